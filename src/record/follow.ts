import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import type { Follower } from '../store/schema-citations.ts';
import { type FollowedEntry, followed, putBack, putBackDue } from './put-back.ts';

/**
 * Somebody who follows the record: `open` answers, in the transaction that it is given, what is to be done with each
 * entry; so many are taken `atOnce`.
 */
export type Following = { follower: Follower; atOnce: number; open(tx: Db): Promise<Take> };
type Take = (entry: FollowedEntry) => Promise<void>;

/**
 * Takes the entries that came since the last time, in their order. How far a follower has got is kept in the same
 * transaction as what it did: whenever it is broken off, no entry is left out and none is taken twice. An entry that
 * cannot be taken is put back for later, and holds nothing up. Answers how many were looked at.
 */
export async function followRecord(site: Site, following: Following): Promise<number> {
  const again = await followAgain(site, following);
  const next = await entriesAfterCursor(site.store.read, { ...following, atOnce: 1 });
  if (next.entries.length === 0) return again;
  try {
    return again + (await site.store.write((tx) => followNext(tx, following)));
  } catch (error) {
    site.log.error(
      { err: error },
      `${following.follower}: entries of the record could not be followed at once`,
    );
    return again + (await followOneByOne(site, following));
  }
}

/** The entries after those that a follower has taken, and how far that was (`from`). Only such as have their place. */
export async function entriesAfterCursor(
  db: Db,
  { follower, atOnce }: Pick<Following, 'follower' | 'atOnce'>,
): Promise<{ from: number; entries: FollowedEntry[] }> {
  const { seq: from } = await db
    .selectFrom('record_cursors')
    .select('seq')
    .where('follower', '=', follower)
    .executeTakeFirstOrThrow();
  const rows = await db
    .selectFrom('record_entries')
    .select(['seq', 'at', 'action', 'visibility', 'article_id', 'leaf'])
    .where('seq', '>', from)
    .orderBy('seq')
    .limit(atOnce)
    .execute();
  return { from, entries: rows.flatMap((row) => (row.seq === null ? [] : [{ ...row, seq: row.seq }])) };
}

/** Notes how far a follower has got, unless another process got past `from` before. */
export async function moveCursor(
  tx: Db,
  { follower, from, to }: { follower: Follower; from: number; to: number },
): Promise<void> {
  await tx
    .updateTable('record_cursors')
    .set({ seq: to })
    .where('follower', '=', follower)
    .where('seq', '=', from)
    .execute();
}

async function followNext(tx: Db, following: Following): Promise<number> {
  await lockCursor(tx, following.follower);
  const { from, entries } = await entriesAfterCursor(tx, following);
  const last = entries.at(-1);
  if (!last) return 0;
  const take = await following.open(tx);
  for (const entry of entries) await take(entry);
  await moveCursor(tx, { follower: following.follower, from, to: last.seq });
  return entries.length;
}

async function followOneByOne(site: Site, following: Following): Promise<number> {
  const { follower } = following;
  const { entries } = await entriesAfterCursor(site.store.read, following);
  for (const { seq } of entries)
    try {
      await site.store.write((tx) => followNext(tx, { ...following, atOnce: 1 }));
    } catch (error) {
      site.log.error({ err: error, seq }, `${follower}: an entry of the record was put back`);
      await site.store.write(async (tx) => {
        const from = await lockCursor(tx, follower);
        if (from >= seq) return; // another process got past it
        await putBack(tx, { follower, seq, now: site.clock.now() });
        await moveCursor(tx, { follower, from, to: seq });
      });
    }
  return entries.length;
}

/** Entries that were put back and are due. */
async function followAgain(site: Site, { follower, open }: Following): Promise<number> {
  const entries = await putBackDue(site.store.read, follower, site.clock.now());
  for (const entry of entries) {
    const { seq } = entry;
    try {
      await site.store.write(async (tx) => {
        await (await open(tx))(entry);
        await followed(tx, { follower, seq });
      });
    } catch (error) {
      site.log.error({ err: error, seq }, `${follower}: an entry of the record was put back again`);
      await site.store.write((tx) => putBack(tx, { follower, seq, now: site.clock.now() }));
    }
  }
  return entries.length;
}

/** Changes nothing: it is the lock that both engines know, so that one process follows at a time. */
async function lockCursor(tx: Db, follower: Follower): Promise<number> {
  const { seq } = await tx
    .updateTable('record_cursors')
    .set((eb) => ({ seq: eb.ref('seq') }))
    .where('follower', '=', follower)
    .returning('seq')
    .executeTakeFirstOrThrow();
  return seq;
}
