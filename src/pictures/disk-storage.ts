import { constants, createReadStream } from 'node:fs';
import { access, copyFile, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { PictureStorage } from './storage.ts';

/** Files in `pictures/ab/` of the data folder, `ab` being how their names begin. */
export function diskStorage(dataFolder: string): PictureStorage {
  const placeOf = (name: string) => join(dataFolder, 'pictures', name.slice(0, 2), name);
  return {
    async put(name, path) {
      const place = placeOf(name);
      if (await isThere(place)) return;
      await mkdir(dirname(place), { recursive: true });
      const draft = `${place}.${process.pid}.part`;
      await copyFile(path, draft, constants.COPYFILE_FICLONE);
      await flush(draft);
      await rename(draft, place);
      await flush(dirname(place));
    },
    async get(name) {
      const place = placeOf(name);
      if (!(await isThere(place))) return null;
      return Readable.toWeb(createReadStream(place)) as ReadableStream<Uint8Array>;
    },
    async remove(name) {
      await rm(placeOf(name), { force: true });
    },
  };
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Waits until a file, or the names in a folder, are on the disk itself. */
async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
