import type { Site } from '../site.ts';
import { deleteExpired } from './queries.ts';
import { forgetOldTries } from './tries.ts';

/** Forgets sessions, links and questions that are over, and tries whose span is. */
export async function forgetExpired(site: Site): Promise<void> {
  await forgetOldTries(site);
  await site.store.write((tx) => deleteExpired(tx, site.clock.now().toISOString()));
}
