import type { Site } from '../site.ts';
import { dropOldLetterLinks } from './letter-link/queries.ts';
import { deleteExpired } from './queries.ts';
import { forgetOldTries } from './tries.ts';

/** Forgets sessions, links and questions that are over, and tries whose span is. */
export async function forgetExpired(site: Site): Promise<void> {
  await forgetOldTries(site);
  const now = site.clock.now().toISOString();
  await site.store.write(async (tx) => {
    await deleteExpired(tx, now);
    await dropOldLetterLinks(tx, now);
  });
}
