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

/** A suspension with who decided it, or null. */
export async function firstSuspensionOf(db: Db, id: string): Promise<Decision | null> {
  const row = await db
    .selectFrom('suspensions')
    .leftJoin('staff', 'staff.id', 'suspensions.by_staff')
    .select(['at', 'by_role', 'reason_label', 'reason_text', 'staff.name'])
    .where('suspensions.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...{ kind: 'suspend', at: row.at, byRole: row.by_role, byName: row.name },
    ...{ reason: row.reason_label, sentence: row.reason_text },
  };
}

/** Who left what was reported as it stands, or null. */
export async function firstKeepingOf(db: Db, reportId: string): Promise<Decision | null> {
  const row = await db
    .selectFrom('reports')
    .innerJoin('report_items', 'report_items.id', 'reports.item_id')
    .leftJoin('staff', 'staff.id', 'report_items.by_staff')
    .select(['closed_at', 'by_role', 'staff.name'])
    .where('reports.id', '=', reportId)
    .executeTakeFirst();
  if (!row?.closed_at) return null;
  const by = { byRole: row.by_role ?? '', byName: row.name };
  return { kind: 'keep', at: row.closed_at, ...by, reason: null, sentence: null };
}
