// Processes and temporary folders: everything that is begun here is ended here, by its own pid.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';

const running = new Set();
const folders = new Set();
const undoings = new Set();
// Where the process ends without having cleaned up, what is left goes at once.
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
  removeFolders();
});

export const root = new URL('..', import.meta.url).pathname;
export const node = join(root, 'node_modules/.bin/node');
/** Servers have a core of their own, and so has what loads them, where the machine allows it. */
export const cores = { server: 0, load: 1 };
export const pins = availableParallelism() > 1 && has('taskset');

export function has(command) {
  return spawnSync('sh', ['-c', 'command -v "$0"', command]).status === 0;
}

export function temporaryFolder(name) {
  const folder = mkdtempSync(join(tmpdir(), `hustings-bench-${name}-`));
  folders.add(folder);
  return folder;
}

/** Starts a process, on a core where one is named. The pid is that of the command itself. */
export function start(command, args, { core, env = process.env, cwd = root, stderr = 'pipe' } = {}) {
  const pinned = pins && core !== undefined;
  const child = spawn(pinned ? 'taskset' : command, pinned ? ['-c', String(core), command, ...args] : args, {
    cwd,
    env,
    stdio: ['ignore', 'pipe', stderr],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Runs a process to its end. Answers what it printed; throws with the end of its stderr where it failed. */
export async function finish(child, { seconds }) {
  const out = [];
  let complaint = '';
  child.stdout.on('data', (piece) => out.push(piece));
  child.stderr?.on('data', (piece) => {
    complaint = `${complaint}${piece}`.slice(-2_000);
  });
  const late = setTimeout(() => child.kill('SIGKILL'), seconds * 1_000);
  const [code, signal] = await once(child, 'close');
  clearTimeout(late);
  const what = child.spawnargs.slice(0, 8).join(' ');
  if (signal === 'SIGKILL') throw new Error(`Not done within ${seconds} s: ${what}\n${complaint}`);
  if (code !== 0) throw new Error(`Exit ${code}: ${what}\n${complaint}`);
  return Buffer.concat(out).toString();
}

/** The first line of a server's stdout that says where it is. The rest of what it prints is let go. */
export function lineFrom(child, pattern, { seconds = 60 } = {}) {
  return new Promise((resolve, reject) => {
    let text = '';
    let complaint = '';
    const late = setTimeout(() => reject(new Error(`No ${pattern} within ${seconds} s.`)), seconds * 1_000);
    child.stdout.on('data', (piece) => {
      text = `${text}${piece}`.slice(-10_000);
      const found = pattern.exec(text);
      if (!found) return;
      clearTimeout(late);
      resolve(found);
    });
    child.stderr?.on('data', (piece) => {
      complaint = `${complaint}${piece}`.slice(-2_000);
    });
    child.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`Ended with ${code} before it said where it is.\n${complaint}`));
    });
  });
}

/** Asks a process to end, and ends it where it does not within ten seconds. */
export async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await ended;
  clearTimeout(late);
}

/** Has something undone when all ends, however it ends. Answers how to do that sooner. */
export function undoLater(undo) {
  undoings.add(undo);
  return async () => {
    if (undoings.delete(undo)) await undo();
  };
}

/** Ends whatever still runs and takes the temporary folders away. */
export async function cleanUp() {
  for (const undo of undoings) await undo();
  undoings.clear();
  await Promise.all([...running].map(stop));
  removeFolders();
}

function removeFolders() {
  // A server that was just ended may still be letting go of its files.
  for (const folder of folders) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  folders.clear();
}
