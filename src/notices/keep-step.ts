import { settingsIn } from '../publication/queries.ts';
import type { Actor } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { caseClock, clockSetting, dueColumns } from './case-clock.ts';
import { factsOf, type StepKind } from './case-steps.ts';
import { isNoticeKind } from './notice.ts';
import { stepsOf } from './queries.ts';

/** Who did it: a role, and of staff the id. */
export type StepActor = { actor: Actor; staffId: string | null };

export const byComplainant: StepActor = { actor: { role: 'complainant' }, staffId: null };

type Step = {
  caseId: string;
  kind: StepKind;
  by: StepActor;
  facts?: Record<string, unknown>;
  /** Where a letter tells the same time: a clock that is read twice tells two. */
  at?: string;
};

/**
 * Writes a step into the history of a case, and when the next is due by the clock; in the verb’s own transaction, which
 * holds the case’s row.
 */
export async function keepStep(
  site: Site,
  tx: Db,
  { caseId, kind, by, facts, ...told }: Step,
): Promise<void> {
  const at = told.at ?? site.clock.now().toISOString();
  const before = await stepsOf(tx, caseId);
  await tx
    .insertInto('case_steps')
    .values({
      ...{ case_id: caseId, number: before.length + 1, kind, at },
      ...{ by_role: by.actor.role, by_staff: by.staffId, facts: facts ? JSON.stringify(facts) : null },
    })
    .execute();
  const row = await tx.selectFrom('cases').select('kind').where('id', '=', caseId).executeTakeFirstOrThrow();
  if (!isNoticeKind(row.kind)) return;
  const setting = clockSetting(await settingsIn(tx));
  const counted = factsOf(await stepsOf(tx, caseId));
  await tx
    .updateTable('cases')
    .set(dueColumns(caseClock(row.kind, counted, { setting }), counted))
    .where('id', '=', caseId)
    .execute();
}

/** Reads a case and locks its row: two who act on it act one after the other. */
export async function lockCase(
  tx: Db,
  id: string,
): Promise<{ commentId: string | null; closedAt: string | null } | null> {
  const row = await tx
    .updateTable('cases')
    .set((eb) => ({ number: eb.ref('number') }))
    .where('id', '=', id)
    .returning(['comment_id', 'closed_at'])
    .executeTakeFirst();
  return row ? { commentId: row.comment_id, closedAt: row.closed_at } : null;
}
