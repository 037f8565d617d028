import { newId } from '../lib/ids.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

/** What is to be done: of what kind, with what it needs, and when (UTC). */
type Wanted = { kind: string; payload: unknown; dueAt: string };

/** Asks, in the verb's own transaction, for something to be done at a time. Answers its id. */
export async function enqueue(site: Site, tx: Db, job: Wanted): Promise<string> {
  const id = newId(site.clock, site.random);
  await tx
    .insertInto('jobs')
    .values({
      id,
      kind: job.kind,
      payload: JSON.stringify(job.payload),
      due_at: job.dueAt,
      attempts: 0,
    })
    .execute();
  return id;
}

/**
 * The same, unless just that waits already, whenever it is due. One that is at work now does not count: it may have
 * looked before what is asked for came. Answers whether it was asked for.
 */
export async function enqueueOnce(site: Site, tx: Db, job: Wanted): Promise<boolean> {
  const waiting = await tx
    .selectFrom('jobs')
    .select('id')
    .where('kind', '=', job.kind)
    .where('payload', '=', JSON.stringify(job.payload))
    .where('done_at', 'is', null)
    .where('claimed_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  if (waiting) return false;
  await enqueue(site, tx, job);
  return true;
}
