import { join } from 'node:path';
import type { Site } from '../site.ts';
import { betweenPictures } from './develop.ts';
import { namesIn, removeOld } from './disk-storage.ts';
import { namedFiles } from './queries.ts';
import { storageOf } from './storage.ts';

/** No upload takes as long. */
const day = 86_400_000;

/**
 * Takes away what uploads left that never came to their end, as when the process was killed: files of pictures that
 * nothing names, and what was sent and not worked on. Nothing that came within a day. Answers how much it was.
 */
export async function sweepFiles(site: Site): Promise<number> {
  const since = new Date(site.clock.now().getTime() - day);
  const { sweeper } = storageOf(site);
  const named = (names: string[]) => namedFiles(site.store.read, names);
  let gone = 0;
  for (const part of (await sweeper?.parts()) ?? [])
    gone += await betweenPictures(async () => (await sweeper?.sweep(part, { since, named })) ?? 0);
  const incoming = join(site.config.dataFolder, 'incoming');
  for (const name of await namesIn(incoming)) if (await removeOld(join(incoming, name), since)) gone += 1;
  if (gone > 0) site.log.info({ gone }, 'files that uploads had left were taken away');
  return gone;
}
