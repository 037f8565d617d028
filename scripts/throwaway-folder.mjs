// Where a test run keeps what it throws away.
import { statfsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const inMemory = '/dev/shm';
const enough = 4 * 1024 ** 3; // bytes: many times what a run has at any one moment

/**
 * A new folder for databases that nobody needs after the run: in memory where there is room for it, since a run makes
 * thousands of them and copying and flushing files to a disk is most of the work. Otherwise with the system's other
 * temporary files. Nothing is executed from it: memory may be mounted so that nothing can be.
 */
export async function throwawayFolder(name) {
  return mkdtemp(join(hasRoom() ? inMemory : tmpdir(), `hustings-${name}-`));
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
