import type { Actor } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

/** What may happen in a case. */
export type StepKind = 'received' | 'confirmed';

/** Who did it: a role, and of staff the id. */
export type StepActor = { actor: Actor; staffId: string | null };

export const byComplainant: StepActor = { actor: { role: 'complainant' }, staffId: null };

type Step = { caseId: string; kind: StepKind; by: StepActor; facts?: Record<string, unknown> };

/** Writes a step into the history of a case, in the verb’s own transaction, which holds the case’s row. */
export async function keepStep(site: Site, tx: Db, { caseId, kind, by, facts }: Step): Promise<void> {
  const before = await tx
    .selectFrom('case_steps')
    .select((eb) => eb.fn.max('number').as('last'))
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  await tx
    .insertInto('case_steps')
    .values({
      ...{ case_id: caseId, number: Number(before?.last ?? 0) + 1, kind, at: site.clock.now().toISOString() },
      ...{ by_role: by.actor.role, by_staff: by.staffId, facts: facts ? JSON.stringify(facts) : null },
    })
    .execute();
}
