import { PermanentFailure } from '../lib/permanent-failure.ts';
import type { Site } from '../site.ts';
import { dueJobs } from '../store/due-jobs.ts';
import type { ClaimQuery } from '../store/store.ts';
import { leftOf, withoutAddresses } from './forget-payload.ts';
import { everyKind, type Lane } from './lane.ts';

/** What to do for each kind of job: within a minute, or another worker takes it for left undone. */
export type Handlers = Record<string, (site: Site, payload: never) => Promise<void>>;

/** A claimed job that is not done after this long may be taken by another worker. */
const staleMilliseconds = 60_000;
const mostAttempts = 8;

/**
 * Does every job of a lane that is due now, as many at once as the lane says, and claims none before its turn. Answers
 * how many were done; a failure is kept with its job and tried again later. `ending` begins no further job.
 */
export async function runDueJobs(
  site: Site,
  handlers: Handlers,
  { lane = everyKind, ending }: { lane?: Lane; ending?: AbortSignal } = {},
): Promise<number> {
  let finished = 0;
  while (!ending?.aborted) {
    const claimed = await claim(site, lane);
    if (claimed.length === 0) break;
    const outcomes = await Promise.all(claimed.map((job) => attempt(site, handlers, job)));
    finished += outcomes.filter(Boolean).length;
  }
  return finished;
}

async function claim(site: Site, { kinds, atOnce }: Lane): Promise<Job[]> {
  const now = site.clock.now();
  const staleBefore = new Date(now.getTime() - staleMilliseconds).toISOString();
  const query: ClaimQuery = { now: now.toISOString(), staleBefore, limit: atOnce, kinds };
  const due = await dueJobs(site.store.read, { ...query, limit: 1 }).executeTakeFirst();
  if (due === undefined) return [];
  return site.store.write(async (tx) => {
    const ids = await site.store.claimJobs(tx, query);
    if (ids.length === 0) return [];
    return tx
      .updateTable('jobs')
      .set((eb) => ({ claimed_at: query.now, attempts: eb('attempts', '+', 1) }))
      .where('id', 'in', ids)
      .returning(['id', 'kind', 'payload', 'attempts'])
      .execute();
  });
}

type Job = { id: string; kind: string; payload: string; attempts: number };

async function attempt(site: Site, handlers: Handlers, job: Job): Promise<boolean> {
  try {
    const handler = Object.hasOwn(handlers, job.kind) ? handlers[job.kind] : undefined;
    if (!handler) throw new Error(`Nothing here knows how to do “${job.kind}”.`);
    await handler(site, JSON.parse(job.payload) as never);
  } catch (error) {
    site.log.error({ err: error, job: job.id, kind: job.kind }, 'a job failed');
    await postpone(site, job, error);
    return false;
  }
  await site.store.write((tx) =>
    tx
      .updateTable('jobs')
      .set({ done_at: site.clock.now().toISOString(), error: null, payload: leftOf(job.payload) })
      .where('id', '=', job.id)
      .execute(),
  );
  return true;
}

/** Waits twice as long after each failure: 30 s, 1 min, 2 min …; after the eighth it has failed, and stays with its error. */
async function postpone(site: Site, job: Job, error: unknown): Promise<void> {
  const now = site.clock.now().getTime();
  const at = new Date(now).toISOString();
  const gaveUp = job.attempts >= mostAttempts || error instanceof PermanentFailure;
  await site.store.write((tx) =>
    tx
      .updateTable('jobs')
      .set({
        claimed_at: null,
        error: withoutAddresses(error instanceof Error ? error.message : String(error)),
        due_at: new Date(now + 15_000 * 2 ** job.attempts).toISOString(),
        ...(gaveUp ? { done_at: at, failed_at: at, payload: leftOf(job.payload) } : {}),
      })
      .where('id', '=', job.id)
      .execute(),
  );
}
