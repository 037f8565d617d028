// Readers who wait for responses: so many connections, each from an address of its own, as a proxy says.
//   node live-readers.mjs ORIGIN PATH COUNT FIRST
// Prints {"waiting": COUNT} when all of them wait, and {"told": ID, "at": […]} for each event that all have heard: the
// nanoseconds of the machine's steady clock at which each did, which processes of one machine share.
import { connect } from 'node:net';

const [origin, path, count, first] = process.argv.slice(2);
const { hostname, port } = new URL(origin);
if (hostname !== '127.0.0.1') throw new Error('Only 127.0.0.1 is asked.');
const atOnce = 100;
const heard = new Map();
let next = 0;

await Promise.all(Array.from({ length: atOnce }, openOneAfterAnother));
say({ waiting: Number(count) });

async function openOneAfterAnother() {
  while (next < Number(count)) {
    next += 1;
    await open(Number(first) + next);
  }
}

function open(index) {
  const address = `10.${(index >> 16) & 255}.${(index >> 8) & 255}.${index & 255}`;
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    let isOpen = false;
    socket.setEncoding('latin1');
    socket.on('data', (piece) => {
      if (!isOpen) {
        if (!piece.startsWith('HTTP/1.1 200 ')) end(`A reader was answered ${piece.slice(0, 60)}`);
        isOpen = true;
        resolve();
      }
      const id = /^id: (\d+)$/m.exec(piece)?.[1];
      if (id !== undefined) hear(id);
    });
    socket.once('error', (error) => end(error.message));
    socket.once('close', () => end('A reader was sent away.'));
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nAccept: text/event-stream\r\nX-Forwarded-For: ${address}\r\n\r\n`,
    );
  });
}

function hear(id) {
  const times = heard.get(id) ?? [];
  heard.set(id, times);
  times.push(Number(process.hrtime.bigint()));
  if (times.length < Number(count)) return;
  heard.delete(id);
  say({ told: Number(id), at: times });
}

function say(what) {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

function end(sentence) {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}
