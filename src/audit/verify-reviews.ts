import type { Action } from '../record/entry.ts';
import type { Db } from '../store/schema.ts';
import { type Audit, isFull, report } from './audit.ts';
import { nameOf, type PublicEntry, publicEntries } from './public-entries.ts';

const actions = ['review.ask', 'review.decide', 'writer.suspend', 'writer.unsuspend'] satisfies Action[];

/**
 * Holds reviews and the suspensions of names against the entries that must have come with them: each was asked for,
 * decided, begun and ended when and as the record says, and none is there or gone without an entry.
 */
export async function verifyReviews(audit: Audit): Promise<void> {
  const entries = await entriesByKey(audit.db);
  for (const row of await told(audit.db)) {
    if (isFull(audit)) return;
    const entry = entries.get(row.key)?.shift();
    if (!entry) report(audit, `${row.name} is in no entry of the record.`);
    else if (entry.body.reason !== row.reason)
      report(audit, `${row.name} is not what ${nameOf(entry)} says.`, entry.seq);
  }
  for (const entry of [...entries.values()].flat())
    report(audit, `What ${nameOf(entry)} says (${entry.body.action}) is missing.`, entry.seq);
}

type Told = { key: string; name: string; reason: string | null };

/** What readers are told of by each row: that it was, and how it ended. What is about an address is told to nobody. */
async function told(db: Db): Promise<Told[]> {
  return [...(await reviews(db)), ...(await suspensions(db))];
}

async function reviews(db: Db): Promise<Told[]> {
  const rows = await db
    .selectFrom('reviews')
    .leftJoin('suspensions', (join) =>
      join.onRef('suspensions.id', '=', 'reviews.subject_id').on('reviews.subject', '=', 'suspension'),
    )
    .select(['reviews.id', 'reviews.comment_id', 'asked_at', 'decided_at', 'outcome'])
    .select(['suspensions.kind', 'suspensions.pseudonym_id'])
    .orderBy('reviews.id')
    .execute();
  return rows
    .filter(({ kind }) => kind !== 'address')
    .flatMap((row) => {
      const about = row.pseudonym_id ?? row.comment_id;
      const name = `Review ${row.id}`;
      const asked = { key: keyOf('review.ask', about, row.asked_at), name, reason: null };
      if (row.decided_at === null) return [asked];
      return [asked, { key: keyOf('review.decide', about, row.decided_at), name, reason: row.outcome }];
    });
}

async function suspensions(db: Db): Promise<Told[]> {
  const rows = await db
    .selectFrom('suspensions')
    .select(['id', 'pseudonym_id', 'at', 'ended_at', 'reason_code'])
    .where('kind', '=', 'pseudonym')
    .orderBy('id')
    .execute();
  return rows.flatMap((row) => {
    const about = row.pseudonym_id ?? row.id;
    const name = `Suspension ${row.id}`;
    const begun = { key: keyOf('writer.suspend', about, row.at), name, reason: row.reason_code };
    if (row.ended_at === null) return [begun];
    return [begun, { key: keyOf('writer.unsuspend', about, row.ended_at), name, reason: null }];
  });
}

const keyOf = (action: Action, id: string, at: string) => `${action} ${id} ${at}`;

async function entriesByKey(db: Db): Promise<Map<string, PublicEntry[]>> {
  const found = new Map<string, PublicEntry[]>();
  for await (const page of publicEntries(db, { actions }))
    for (const entry of page) {
      const { action, subject, at } = entry.body;
      const key = keyOf(action, subject.id, at);
      found.set(key, [...(found.get(key) ?? []), entry]);
    }
  return found;
}
