// Readers in processes of their own, and when each of them has heard.
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { cores, node, root, start, stop } from './children.mjs';

const processes = 2;
const patience = 120_000;

/** Lets so many readers wait at an address. `tell` acts and answers when each of them had heard of it. */
export async function seatReaders({ origin, path, count }) {
  const share = Math.ceil(count / processes);
  const benches = Array.from({ length: processes }, (_, index) => {
    const args = [origin, path, String(Math.min(share, count - index * share)), String(index * share)];
    const child = start(node, [join(root, 'bench/live-readers.mjs'), ...args], { core: cores.load });
    return { child, next: linesOf(child) };
  });
  await Promise.all(benches.map(({ next }) => next()));
  const tell = async (act) => {
    const heard = benches.map(({ next }) => next());
    const [{ sent, took }, ...lines] = await Promise.all([act(), ...heard]);
    return { took, delays: lines.flatMap(({ at }) => at.map((time) => (time - sent) / 1e6)) };
  };
  return { tell, leave: () => Promise.all(benches.map(({ child }) => stop(child))) };
}

/** Answers how to get the next line that a process says. */
function linesOf(child) {
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  let complaint = '';
  child.stderr.on('data', (piece) => {
    complaint = `${complaint}${piece}`.slice(-2_000);
  });
  return async () => {
    let late;
    const waited = new Promise((_, reject) => {
      late = setTimeout(() => reject(new Error('Readers heard nothing for two minutes.')), patience);
    });
    const { value, done } = await Promise.race([lines.next(), waited]);
    clearTimeout(late);
    if (done) throw new Error(`Readers ended early: ${complaint}`);
    return JSON.parse(value);
  };
}
