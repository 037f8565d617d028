import { PermanentFailure } from '../lib/permanent-failure.ts';
import type { Site } from '../site.ts';

/** What to do for each kind of job. */
export type Handlers = Record<string, (site: Site, payload: never) => Promise<void>>;

/** A claimed job that is not done after this long may be taken by another worker. */
const staleMilliseconds = 60_000;
const mostAttempts = 8;
const pollMilliseconds = 500;

/** Does every job that is due now. Answers how many were done; a failure is kept with its job and tried again later. */
export async function runDueJobs(site: Site, handlers: Handlers): Promise<number> {
  const now = site.clock.now();
  if (!(await anyDue(site, now))) return 0;
  const claimed = await site.store.write(async (tx) => {
    const ids = await site.store.claimJobs(tx, {
      now: now.toISOString(),
      staleBefore: new Date(now.getTime() - staleMilliseconds).toISOString(),
      limit: 50,
    });
    if (ids.length === 0) return [];
    return tx
      .updateTable('jobs')
      .set((eb) => ({ claimed_at: now.toISOString(), attempts: eb('attempts', '+', 1) }))
      .where('id', 'in', ids)
      .returning(['id', 'kind', 'payload', 'attempts'])
      .execute();
  });
  let finished = 0;
  for (const job of claimed) if (await attempt(site, handlers, job)) finished += 1;
  return finished;
}

async function anyDue(site: Site, now: Date): Promise<boolean> {
  const row = await site.store.read
    .selectFrom('jobs')
    .select('id')
    .where('done_at', 'is', null)
    .where('due_at', '<=', now.toISOString())
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

type Job = { id: string; kind: string; payload: string; attempts: number };

async function attempt(site: Site, handlers: Handlers, job: Job): Promise<boolean> {
  try {
    const handler = handlers[job.kind];
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
      .set({ done_at: site.clock.now().toISOString(), error: null })
      .where('id', '=', job.id)
      .execute(),
  );
  return true;
}

/** Waits twice as long after each failure: 30 s, 1 min, 2 min …; after the eighth it has failed, and stays with its error. */
async function postpone(site: Site, job: Job, error: unknown): Promise<void> {
  const now = site.clock.now().getTime();
  const gaveUp = job.attempts >= mostAttempts || error instanceof PermanentFailure;
  await site.store.write((tx) =>
    tx
      .updateTable('jobs')
      .set({
        claimed_at: null,
        error: error instanceof Error ? error.message : String(error),
        due_at: new Date(now + 15_000 * 2 ** job.attempts).toISOString(),
        ...(gaveUp ? { done_at: new Date(now).toISOString(), failed_at: new Date(now).toISOString() } : {}),
      })
      .where('id', '=', job.id)
      .execute(),
  );
}

/** Keeps doing jobs while the process runs. `stop` waits for those under way. */
export function startJobs(site: Site, handlers: Handlers): { stop(): Promise<void> } {
  let working: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    working ??= runDueJobs(site, handlers)
      .catch((error) => site.log.error({ err: error }, 'jobs could not be read'))
      .finally(() => {
        working = null;
      });
  }, pollMilliseconds);
  return {
    async stop() {
      clearInterval(timer);
      await working;
    },
  };
}
