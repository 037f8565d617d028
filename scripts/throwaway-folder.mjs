// Where a test run keeps what it throws away.
import { readdirSync, statfsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const inMemory = '/dev/shm';
const enough = 4 * 1024 ** 3; // bytes: many times what a run has at any one moment

/**
 * A new folder for databases that nobody needs after the run: in memory where there is room for it, since a run makes
 * thousands of them and copying and flushing files to a disk is most of the work. Otherwise with the system's other
 * temporary files. Nothing is executed from it: memory may be mounted so that nothing can be. What a run left there that
 * was ended by force goes first: it would lie in memory until the machine is started anew.
 */
export async function throwawayFolder(name) {
  await sweep();
  return mkdtemp(join(hasRoom() ? inMemory : tmpdir(), `hustings-${name}-${process.pid}-`));
}

async function sweep() {
  for (const name of namesIn(inMemory)) {
    const [, pid] = /^hustings-\w+-(\d+)-\w+$/.exec(name) ?? [];
    if (pid && !isRunning(Number(pid))) await rm(join(inMemory, name), { recursive: true, force: true });
  }
}

function namesIn(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return []; // there is no such folder here
  }
}

function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch ({ code }) {
    return code === 'EPERM'; // somebody else's
  }
}

function hasRoom() {
  if (freemem() < 2 * enough) return false;
  try {
    const { bavail, bsize } = statfsSync(inMemory);
    return bavail * bsize >= enough;
  } catch {
    return false; // there is no such folder here
  }
}
