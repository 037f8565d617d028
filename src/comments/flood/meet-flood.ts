import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { tenMinutesAgo } from '../sent-before.ts';
import type { Proof } from './proof.ts';
import { sentSince } from './queries.ts';

/** How a response stood in a flood: what became of its proof of work. */
export type Met = 'good' | 'none' | 'wrong' | 'late' | 'used';

/**
 * Whether a response that is being taken comes in a flood, as more than `most` in ten minutes, and with what proof; null
 * where there is none. A good proof is used up in the same transaction: of two that bring it at once, one counts.
 */
export async function meetFlood(
  site: Site,
  tx: Db,
  { most, proof }: { most: number; proof: Proof },
): Promise<Met | null> {
  if (most === 0 || (await sentSince(tx, { since: tenMinutesAgo(site), most })) < most) return null;
  if (proof.state !== 'good') return proof.state;
  const { id, until } = proof;
  const spent = await tx
    .insertInto('spent_proofs')
    .values({ id, until })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return Number(spent.numInsertedOrUpdatedRows) === 1 ? 'good' : 'used';
}

/** Forgets the proofs that are too old to be used again. */
export async function forgetProofs(site: Site): Promise<void> {
  const now = site.clock.now().toISOString();
  await site.store.write((tx) => tx.deleteFrom('spent_proofs').where('until', '<=', now).execute());
}
