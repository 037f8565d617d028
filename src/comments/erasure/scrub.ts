import { enqueueOnce } from '../../jobs/enqueue.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';

/** The job by which what was erased leaves the database's files as well. */
export const scrubKind = 'store.scrub';

const later = 3_600_000;

/** Asks for it once, in an hour, however much is erased until then. */
export async function askToScrub(site: Site, tx: Db): Promise<void> {
  const dueAt = new Date(site.clock.now().getTime() + later).toISOString();
  await enqueueOnce(site, tx, { kind: scrubKind, payload: {}, dueAt });
}

/** The job of that name. */
export async function scrub(site: Site): Promise<void> {
  await site.store.scrub();
}
