import type { ExpressionBuilder } from 'kysely';
import type { Db, Schema } from './schema.ts';
import type { ClaimQuery } from './store.ts';

/** Jobs that are due and nobody's, or claimed so long ago that their worker must be gone; the longest due first. */
export function dueJobs(tx: Db, { now, staleBefore, limit, kinds }: ClaimQuery) {
  return tx
    .selectFrom('jobs')
    .select('id')
    .where('done_at', 'is', null)
    .where('due_at', '<=', now)
    .where((eb) => eb.or([eb('claimed_at', 'is', null), eb('claimed_at', '<', staleBefore)]))
    .where((eb) => ('only' in kinds ? eb('kind', 'in', kinds.only) : allBut(eb, kinds.allBut)))
    .orderBy('due_at')
    .limit(limit);
}

function allBut(eb: ExpressionBuilder<Schema, 'jobs'>, kinds: readonly string[]) {
  return kinds.length === 0 ? eb.lit(true) : eb('kind', 'not in', kinds);
}
