import type { Action } from '../record/entry.ts';
import type { Db } from '../store/schema.ts';
import { type Audit, isFull, report } from './audit.ts';
import { nameOf, type PublicEntry, publicEntries } from './public-entries.ts';

const actions = ['review.ask', 'review.decide'] satisfies Action[];

/**
 * Holds reviews against the entries that must have come with them: each was asked for and decided when the record says,
 * with the outcome that it says, and none is there or gone without an entry.
 */
export async function verifyReviews(audit: Audit): Promise<void> {
  const entries = await entriesByKey(audit.db);
  for (const row of await told(audit.db)) {
    if (isFull(audit)) return;
    const entry = entries.get(row.key)?.shift();
    if (!entry) report(audit, `${row.name} is in no entry of the record.`);
    else if (entry.body.reason !== row.reason)
      report(audit, `${row.name} ended otherwise than ${nameOf(entry)} says.`, entry.seq);
  }
  for (const entry of [...entries.values()].flat())
    report(audit, `What ${nameOf(entry)} says (${entry.body.action}) is missing.`, entry.seq);
}

type Told = { key: string; name: string; reason: string | null };

/** What readers are told of by each row: that it was asked for, and how it ended. */
async function told(db: Db): Promise<Told[]> {
  const rows = await db
    .selectFrom('reviews')
    .select(['id', 'comment_id', 'asked_at', 'decided_at', 'outcome'])
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, comment_id, asked_at, decided_at, outcome }) => [
    { key: keyOf('review.ask', comment_id, asked_at), name: `Review ${id}`, reason: null },
    ...(decided_at === null
      ? []
      : [{ key: keyOf('review.decide', comment_id, decided_at), name: `Review ${id}`, reason: outcome }]),
  ]);
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
