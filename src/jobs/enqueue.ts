import { newId } from '../lib/ids.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

/** Asks, in the verb's own transaction, for something to be done at a time. Answers its id. */
export async function enqueue(
  site: Site,
  tx: Db,
  job: { kind: string; payload: unknown; dueAt: string },
): Promise<string> {
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
