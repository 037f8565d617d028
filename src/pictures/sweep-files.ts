import { join } from 'node:path';
import type { Site } from '../site.ts';
import { betweenPictures } from './develop.ts';
import { namesIn, removeOld } from './disk-storage.ts';
import { namedFiles } from './queries.ts';
import { storageOf } from './storage.ts';

/** No form takes as long to come in, and no upload as long to its end. */
const hour = 3_600_000;
const day = 24 * hour;

/**
 * Takes away what uploads left that never came to their end, as when the process was killed: files of pictures that
 * nothing names after a day, and what was sent and not worked on within an hour. Answers how much it was.
 */
export async function sweepFiles(site: Site): Promise<number> {
  const since = new Date(site.clock.now().getTime() - day);
  const { sweeper } = storageOf(site);
  const named = (names: string[]) => namedFiles(site.store.read, names);
  let gone = 0;
  for (const part of (await sweeper?.parts()) ?? [])
    gone += await betweenPictures(async () => (await sweeper?.sweep(part, { since, named })) ?? 0);
  const incoming = join(site.config.dataFolder, 'incoming');
  const lately = new Date(site.clock.now().getTime() - hour);
  for (const name of await namesIn(incoming)) if (await removeOld(join(incoming, name), lately)) gone += 1;
  if (gone > 0) site.log.info({ gone }, 'files that uploads had left were taken away');
  return gone;
}
