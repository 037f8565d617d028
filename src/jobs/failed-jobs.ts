import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

/** A job that was tried as often as it may be, and that nobody has dealt with. Times are UTC. */
export type FailedJob = { id: string; kind: string; failedAt: string; attempts: number; error: string };

/** Failed jobs, the newest first. */
export async function failedJobs(
  db: Db,
  { limit, offset }: { limit: number; offset: number },
): Promise<FailedJob[]> {
  const rows = await failed(db)
    .select(['id', 'kind', 'failed_at', 'attempts', 'error'])
    .orderBy('failed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ failed_at, error, ...row }) => ({
    ...row,
    failedAt: failed_at ?? '',
    error: error ?? '',
  }));
}

/** How many there are. */
export async function countFailedJobs(db: Db): Promise<number> {
  const row = await failed(db)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

function failed(db: Db) {
  return db.selectFrom('jobs').where('failed_at', 'is not', null).where('let_go_at', 'is', null);
}

const notFailed = refuse(
  'not-failed',
  'This job is not among those that failed: somebody has dealt with it, or it was done. Load the list again.',
);

/** Has a failed job done again, at once and from its first attempt. Refusal: `not-failed`. */
export async function tryAgain(site: Site, id: string): Promise<Outcome<{ id: string }>> {
  const anew = { failed_at: null, done_at: null, claimed_at: null, attempts: 0 };
  return deal(site, id, { ...anew, due_at: site.clock.now().toISOString() });
}

/** Leaves a failed job undone for good: who did so and when stays with it. Refusal: `not-failed`. */
export async function letGo(site: Site, id: string, staffId: string): Promise<Outcome<{ id: string }>> {
  return deal(site, id, { let_go_at: site.clock.now().toISOString(), let_go_by: staffId });
}

type Dealt = {
  failed_at?: null;
  done_at?: null;
  claimed_at?: null;
  attempts?: number;
  due_at?: string;
  let_go_at?: string;
  let_go_by?: string;
};

async function deal(site: Site, id: string, set: Dealt): Promise<Outcome<{ id: string }>> {
  const result = await site.store.write((tx) =>
    tx
      .updateTable('jobs')
      .set(set)
      .where('id', '=', id)
      .where('failed_at', 'is not', null)
      .where('let_go_at', 'is', null)
      .executeTakeFirst(),
  );
  return Number(result.numUpdatedRows) === 1 ? done({ id }) : notFailed;
}
