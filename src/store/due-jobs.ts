import type { Db } from './schema.ts';
import type { ClaimQuery } from './store.ts';

/** Jobs that are due and nobody's, or claimed so long ago that their worker must be gone; the longest due first. */
export function dueJobs(tx: Db, { now, staleBefore, limit }: ClaimQuery) {
  return tx
    .selectFrom('jobs')
    .select('id')
    .where('done_at', 'is', null)
    .where('due_at', '<=', now)
    .where((eb) => eb.or([eb('claimed_at', 'is', null), eb('claimed_at', '<', staleBefore)]))
    .orderBy('due_at')
    .limit(limit);
}
