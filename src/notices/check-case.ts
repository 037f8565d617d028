import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Ticks } from './case-steps.ts';
import { keepStep, lockCase, type StepActor } from './keep-step.ts';

/**
 * Keeps what staff found when they read a notice: whether a part is missing, whether the same words by the same writer
 * were removed twice before, whether the writer cannot be reached. The clock follows it. Refusals: `no-case`, `closed`.
 */
export async function checkCase(
  site: Site,
  { id, by, ticks }: { id: string; by: StepActor; ticks: Ticks },
): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const found = await lockCase(tx, id);
    if (found === null) return refuse('no-case', 'There is no such case.');
    if (found.closedAt !== null)
      return refuse('closed', 'This case is closed: nothing of it changes any more.');
    await keepStep(site, tx, { caseId: id, kind: 'checked', by, facts: { ...ticks } });
    return done({ id });
  });
}
