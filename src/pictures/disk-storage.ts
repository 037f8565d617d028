import { constants, createReadStream } from 'node:fs';
import { access, copyFile, mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import type { Clock } from '../site.ts';
import type { PictureStorage } from './storage.ts';

/** Files in `pictures/ab/` of the data folder, `ab` being how their names begin. */
export function diskStorage(dataFolder: string, clock: Clock): PictureStorage {
  const root = join(dataFolder, 'pictures');
  const placeOf = (name: string) => join(root, name.slice(0, 2), name);
  return {
    async put(name, path) {
      const place = placeOf(name);
      if (await isThere(place)) return utimes(place, clock.now(), clock.now()); // it is not swept away meanwhile
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
    sweeper: {
      parts: () => namesIn(root),
      async sweep(part, { since, named }) {
        const names = await namesIn(join(root, part));
        const kept = await named(names);
        let gone = 0;
        for (const name of names)
          if (!kept.has(name) && (await removeOld(join(root, part, name), since))) gone += 1;
        return gone;
      },
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

/** What is in a folder; nothing where there is none. */
export async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Takes a file, or a folder with all in it, away if it was last changed before a time. Answers whether it did. */
export async function removeOld(path: string, since: Date): Promise<boolean> {
  if ((await stat(path)).mtime >= since) return false;
  await rm(path, { recursive: true, force: true });
  return true;
}
