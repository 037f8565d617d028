import { enqueue } from '../../../jobs/enqueue.ts';
import { newId } from '../../../lib/ids.ts';
import { done, type Outcome, refuse } from '../../../lib/refusal.ts';
import { settings } from '../../../publication/settings.ts';
import type { Site } from '../../../site.ts';
import { leastOfEach } from '../learned/learn.ts';
import { readLearned } from '../learned/queries.ts';
import { countSince, firstIdOf } from './queries.ts';
import { trialKind } from './run-trial.ts';
import { emptyTally } from './tally.ts';
import { type Triable, triable } from './triable.ts';

/** So far back a trial looks. */
export const trialDays = 90;

const notLearned = refuse(
  'not-learned',
  `cannot be tried yet: nothing is learned while fewer than ${leastOfEach} responses stand published, or fewer were removed for a rule`,
);

type Asked = { reason: Triable; value: string; staffId: string | null };

/**
 * Asks what a filter with this value would have held in the last 90 days; a job counts it. Answers the trial's id.
 * Refusal: `bad-value`, as the setting would be refused.
 */
export async function askTrial(
  site: Site,
  { reason, value, staffId }: Asked,
): Promise<Outcome<{ id: string }>> {
  const key = triable[reason];
  const parsed = settings[key].shape.safeParse(value);
  if (!parsed.success) return refuse('bad-value', parsed.error.issues[0]?.message ?? 'cannot be that', key);
  if (reason === 'learned' && (await readLearned(site, site.store.read)) === null) return notLearned;
  const now = site.clock.now();
  const since = new Date(now.getTime() - trialDays * 86_400_000).toISOString();
  const id = newId(site.clock, site.random);
  const total = await countSince(site.store.read, since);
  await site.store.write(async (tx) => {
    const at = now.toISOString();
    await tx
      .insertInto('filter_trials')
      .values({
        ...{ id, reason, value: parsed.data, asked_at: at, asked_by: staffId, since, total, done_at: null },
        tally: JSON.stringify(emptyTally(firstIdOf(since))),
      })
      .execute();
    await enqueue(site, tx, { kind: trialKind, payload: { trial: id }, dueAt: at });
  });
  return done({ id });
}
