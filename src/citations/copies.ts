import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Site } from '../site.ts';

/** Private copies lie in `links/ab/` of the data folder, `ab` being how their names begin. Nobody is ever served one. */
function placeOf(site: Site, name: string): string {
  return join(folderOf(site), name.slice(0, 2), name);
}

/** Keeps a copy under a name, whole or not at all. */
export async function keepCopy(site: Site, name: string, bytes: Uint8Array): Promise<void> {
  const place = placeOf(site, name);
  await mkdir(dirname(place), { recursive: true });
  const draft = `${place}.${process.pid}.part`;
  const handle = await open(draft, 'w', 0o600);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, place);
}

/** A copy's bytes, for whoever checks it. */
export function readCopy(site: Site, name: string): Promise<Uint8Array> {
  return readFile(placeOf(site, name));
}

/** Takes a copy away, if it is there. */
export async function removeCopy(site: Site, name: string): Promise<void> {
  await rm(placeOf(site, name), { force: true });
}

/** Names of copies that came before a time, folder by folder. */
export async function* oldCopies(site: Site, before: Date): AsyncGenerator<string[]> {
  for (const part of await namesIn(folderOf(site))) {
    const names: string[] = [];
    for (const name of await namesIn(join(folderOf(site), part)))
      if ((await stat(join(folderOf(site), part, name))).mtime < before) names.push(name);
    yield names;
  }
}

function folderOf(site: Site): string {
  return join(site.config.dataFolder, 'links');
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
