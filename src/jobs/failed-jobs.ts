import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { emptied } from './forget-payload.ts';

/** A job that was tried as often as it may be, and that nobody has dealt with. Times are UTC. */
export type FailedJob = {
  id: string;
  kind: string;
  failedAt: string;
  attempts: number;
  error: string;
  /** Whether it can be tried again: not where it needed an address, which is forgotten. */
  again: boolean;
};

/** Failed jobs, the newest first. */
export async function failedJobs(
  db: Db,
  { limit, offset }: { limit: number; offset: number },
): Promise<FailedJob[]> {
  const rows = await failed(db)
    .select(['id', 'kind', 'failed_at', 'attempts', 'error', 'payload'])
    .orderBy('failed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ failed_at, error, payload, ...row }) => ({
    ...row,
    failedAt: failed_at ?? '',
    error: error ?? '',
    again: payload !== emptied,
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

const addressForgotten = refuse(
  'address-forgotten',
  'The address is not kept any more: whoever wants this letter asks for it again. Let the job go.',
);

/** Has a failed job done again, at once and from its first attempt. Refusals: `not-failed`, `address-forgotten`. */
export async function tryAgain(site: Site, id: string): Promise<Outcome<{ id: string }>> {
  const anew = { failed_at: null, done_at: null, claimed_at: null, attempts: 0 };
  return site.store.write(async (tx) => {
    const row = await failed(tx).select('payload').where('id', '=', id).executeTakeFirst();
    if (row?.payload === emptied) return addressForgotten;
    return deal(tx, id, { ...anew, due_at: site.clock.now().toISOString() });
  });
}

/** Leaves a failed job undone for good: who did so and when stays with it. Refusal: `not-failed`. */
export async function letGo(site: Site, id: string, staffId: string): Promise<Outcome<{ id: string }>> {
  return site.store.write((tx) =>
    deal(tx, id, { let_go_at: site.clock.now().toISOString(), let_go_by: staffId }),
  );
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

async function deal(tx: Db, id: string, set: Dealt): Promise<Outcome<{ id: string }>> {
  const result = await tx
    .updateTable('jobs')
    .set(set)
    .where('id', '=', id)
    .where('failed_at', 'is not', null)
    .where('let_go_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows) === 1 ? done({ id }) : notFailed;
}
