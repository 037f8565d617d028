import type { CommentState, Db, Schema } from '../../../store/schema.ts';
import type { Tally } from './tally.ts';
import type { Triable } from './triable.ts';

/** A trial as it stands. Times are UTC; `doneAt` is null while it is counted. */
export type Trial = {
  id: string;
  reason: Triable;
  value: string;
  askedAt: string;
  since: string;
  total: number;
  tally: Tally;
  doneAt: string | null;
};

/** A trial, or null where there is none. */
export async function readTrial(db: Db, id: string): Promise<Trial | null> {
  const row = await db.selectFrom('filter_trials').selectAll().where('id', '=', id).executeTakeFirst();
  return row ? trialOf(row) : null;
}

/** The last trials, newest first. */
export async function lastTrials(db: Db, limit: number): Promise<Trial[]> {
  const rows = await db.selectFrom('filter_trials').selectAll().orderBy('id', 'desc').limit(limit).execute();
  return rows.map(trialOf);
}

function trialOf(row: Schema['filter_trials']): Trial {
  const { id, reason, value, since, total } = row;
  return {
    ...{ id, value, since, total: Number(total), askedAt: row.asked_at, doneAt: row.done_at },
    reason: reason as Triable,
    tally: JSON.parse(row.tally) as Tally,
  };
}

/** Ids begin with the time at which they were made: this one stands before every one that was made from then on. */
export function firstIdOf(time: string): string {
  const hex = Date.parse(time).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** The states in which a response has its words: what has none can be held against nothing. */
const withWords: readonly CommentState[] = ['held', 'published', 'removed', 'refused'];

/** How many with their words were sent since a time; asked of an index alone, so that nobody waits for it. */
export async function countSince(db: Db, since: string): Promise<number> {
  const row = await db
    .selectFrom('comments')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', 'in', [...withWords])
    .where('posted_at', '>', since)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/**
 * The next responses behind an id, in the order of their ids, and where to go on; null at the end. Only those are in it
 * that readers sent since a time and that have their words: left out here, since an index of another order would
 * be tempted to find them.
 */
export async function nextSince(
  db: Db,
  { since, after, limit }: { since: string; after: string; limit: number },
) {
  const found = await db
    .selectFrom('comments')
    .select(['id', 'name', 'url', 'html', 'state', 'posted_at', 'withheld_at', 'by_staff'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  const rows = found.filter(
    ({ posted_at, by_staff, state }) => posted_at > since && by_staff === null && withWords.includes(state),
  );
  return { rows, next: found.length < limit ? null : (found.at(-1)?.id ?? null) };
}
