import type { Db } from '../../store/schema.ts';

/** That a response was reported; never by whom, nor what they wrote. */
export type ReceivedReport = {
  response: string;
  at: string;
  /** The code of a rule, or `legal` or `other`. */
  reason: string;
  text: string | null;
  settled: string | null;
  outcome: string | null;
};

const heldBack = 'held back: whoever reported it wrote this, and it may name others';

/** The reports of readers on some responses, the oldest first. Words that were added are told of, and not given out. */
export async function reportsReceived(db: Db, responseIds: string[]): Promise<ReceivedReport[]> {
  if (responseIds.length === 0) return [];
  const rows = await db
    .selectFrom('reports')
    .innerJoin('report_items', 'report_items.id', 'reports.item_id')
    .select(['reports.comment_id as response', 'reports.at', 'reason', 'text'])
    .select(['closed_at as settled', 'outcome'])
    .where('reports.comment_id', 'in', responseIds)
    .orderBy('reports.id')
    .execute();
  return rows.map((row) => ({ ...row, text: row.text === '' ? null : heldBack }));
}
