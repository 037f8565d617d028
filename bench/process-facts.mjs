// What the system says of a running process. Linux only: elsewhere nothing is known.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const ticksPerSecond = 100; // USER_HZ, which Linux fixes at 100 towards programs

/** Resident memory in MB (10^6 bytes): all of it, and with shared pages counted by share. */
export function memoryOf(pid) {
  const text = read(`/proc/${pid}/smaps_rollup`);
  if (text === null) return null;
  const megabytes = (name) =>
    (Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) * 1024) / 1e6;
  return { rss: megabytes('Rss'), pss: megabytes('Pss') };
}

/** Seconds of processor time that a process has used so far. */
export function processorSeconds(pid) {
  const text = read(`/proc/${pid}/stat`);
  if (text === null) return Number.NaN;
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / ticksPerSecond;
}

/** Seconds that a process's main thread was ready and had to wait for its core, because something else ran on it. */
export function waitedSeconds(pid) {
  const text = read(`/proc/${pid}/task/${pid}/schedstat`);
  return text === null ? Number.NaN : Number(text.split(' ')[1]) / 1e9;
}

/** How many files a process may have open: Node raises its own limit to the highest that it may have. */
export function fileLimit() {
  const said = spawnSync('sh', ['-c', 'ulimit -Hn'], { encoding: 'utf8' }).stdout.trim();
  return said === 'unlimited' ? Number.POSITIVE_INFINITY : Number(said);
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
