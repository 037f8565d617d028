import { tryAgainAt } from '../lib/try-again.ts';
import type { Db } from '../store/schema.ts';
import type { Follower } from '../store/schema-citations.ts';

/** An entry with its place, as those read it who follow the record. */
export type FollowedEntry = {
  seq: number;
  at: string;
  action: string;
  visibility: 'public' | 'private';
  article_id: string | null;
  leaf: string;
};

const atOnce = 50;

/** Entries that one follower could not follow and that are due again, the longest due first. */
export async function putBackDue(db: Db, follower: Follower, now: Date): Promise<FollowedEntry[]> {
  const rows = await db
    .selectFrom('entries_put_back')
    .innerJoin('record_entries', 'record_entries.seq', 'entries_put_back.seq')
    .select(['entries_put_back.seq', 'at', 'action', 'visibility', 'article_id', 'leaf'])
    .where('follower', '=', follower)
    .where('due_at', '<=', now.toISOString())
    .orderBy('due_at')
    .orderBy('entries_put_back.seq')
    .limit(atOnce)
    .execute();
  return rows;
}

type Placed = { follower: Follower; seq: number };

/** Notes that one follower could not follow an entry: it goes on, and comes back to it later. */
export async function putBack(tx: Db, { follower, seq, now }: Placed & { now: Date }): Promise<void> {
  const known = await tx
    .selectFrom('entries_put_back')
    .select('failures')
    .where('follower', '=', follower)
    .where('seq', '=', seq)
    .executeTakeFirst();
  const failures = (known?.failures ?? 0) + 1;
  const row = { failures, due_at: tryAgainAt(now, failures) };
  await tx
    .insertInto('entries_put_back')
    .values({ follower, seq, ...row })
    .onConflict((conflict) => conflict.columns(['follower', 'seq']).doUpdateSet(row))
    .execute();
}

/** Notes that an entry that was put back was followed. */
export async function followed(tx: Db, { follower, seq }: Placed): Promise<void> {
  await tx.deleteFrom('entries_put_back').where('follower', '=', follower).where('seq', '=', seq).execute();
}
