import { isLong } from '../moderation/suspensions/suspension.ts';
import type { Db } from '../store/schema.ts';
import type { Review, Reviewed } from './review.ts';

/** What a review is or would be about, as it stands now; null where there is no such thing. */
export function reviewedBy(
  db: Db,
  { subject, subjectId, now }: Pick<Review, 'subject' | 'subjectId'> & { now: string },
): Promise<ReviewedResponse | null> {
  if (subject === 'suspension') return suspended(db, { id: subjectId, now });
  return subject === 'decision' ? decided(db, subjectId) : reported(db, subjectId);
}

/** What is reviewed, with the response at whose page it is asked for. */
export type ReviewedResponse = Reviewed & { commentId: string };

/** A suspension stands while it runs. */
async function suspended(db: Db, { id, now }: { id: string; now: string }): Promise<ReviewedResponse | null> {
  const row = await db
    .selectFrom('suspensions')
    .select(['comment_id', 'at', 'until', 'by_role', 'by_staff', 'ended_at', 'kind', 'pseudonym_id'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...{ commentId: row.comment_id, toldAt: row.at, caseId: null },
    first: { role: row.by_role, staffId: row.by_staff },
    stands: row.ended_at === null && (row.until === null || row.until > now),
    suspension: {
      ...{ id, kind: row.kind, pseudonymId: row.pseudonym_id },
      isLong: isLong(row.until, new Date(now)),
    },
  };
}

/** That a report was not followed stands while the response is shown. */
async function reported(db: Db, id: string): Promise<ReviewedResponse | null> {
  const row = await db
    .selectFrom('reports')
    .innerJoin('report_items', 'report_items.id', 'reports.item_id')
    .innerJoin('comments', 'comments.id', 'reports.comment_id')
    .select(['reports.comment_id', 'closed_at', 'by_role', 'report_items.by_staff', 'comments.state'])
    .where('reports.id', '=', id)
    .where('report_items.outcome', '=', 'kept')
    .executeTakeFirst();
  if (!row?.closed_at) return null;
  return {
    ...{ commentId: row.comment_id, toldAt: row.closed_at, caseId: null, suspension: null },
    first: { role: row.by_role ?? '', staffId: row.by_staff },
    stands: row.state === 'published',
  };
}

const taking = ['refuse', 'remove', 'withhold'] as const;

/** A decision stands while it is the last one on a response whose words are kept. */
async function decided(db: Db, id: string): Promise<ReviewedResponse | null> {
  const row = await db
    .selectFrom('comment_decisions')
    .innerJoin('comments', 'comments.id', 'comment_decisions.comment_id')
    .select(['comment_id', 'comment_decisions.at', 'by_role', 'case_id', 'comments.state'])
    .select('comment_decisions.by_staff')
    .where('comment_decisions.id', '=', id)
    .where('comment_decisions.kind', 'in', taking)
    .where('by_role', '<>', 'importer')
    .executeTakeFirst();
  if (!row) return null;
  const later = await db
    .selectFrom('comment_decisions')
    .select('id')
    .where('comment_id', '=', row.comment_id)
    .where('id', '>', id)
    .where('kind', '<>', 'unname')
    .limit(1)
    .executeTakeFirst();
  return {
    ...{ commentId: row.comment_id, toldAt: row.at, caseId: row.case_id },
    first: { role: row.by_role, staffId: row.by_staff },
    suspension: null,
    stands: later === undefined && (row.state === 'removed' || row.state === 'refused'),
  };
}
