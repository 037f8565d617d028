import type { Db } from '../../store/schema.ts';
import type { Decision } from '../responses/response-view.ts';

/** A decision with who took it, or null. */
export async function firstDecisionOf(db: Db, id: string): Promise<Decision | null> {
  const row = await db
    .selectFrom('comment_decisions')
    .leftJoin('staff', 'staff.id', 'comment_decisions.by_staff')
    .select(['kind', 'at', 'by_role', 'reason_label', 'reason_text', 'staff.name'])
    .where('comment_decisions.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...{ kind: row.kind, at: row.at, byRole: row.by_role, byName: row.name },
    ...{ reason: row.reason_label, sentence: row.reason_text },
  };
}
