import type { ExpressionBuilder } from 'kysely';
import { isRunning } from '../../comments/suspended.ts';
import type { Schema } from '../../store/schema.ts';

/**
 * Which reviews still wait, in the database’s own words: what was given back, changed, taken back or erased since
 * leaves nothing to decide. The same as `reviewedBy` says of one.
 */
export const reviewWaits = (now: string) => (eb: ExpressionBuilder<Schema, 'reviews' | 'comments'>) => {
  const later = eb
    .selectFrom('comment_decisions')
    .select('comment_decisions.id')
    .whereRef('comment_decisions.comment_id', '=', 'reviews.comment_id')
    .whereRef('comment_decisions.id', '>', 'reviews.subject_id')
    .where('comment_decisions.kind', '<>', 'unname');
  const runs = eb
    .selectFrom('suspensions')
    .select('suspensions.id')
    .whereRef('suspensions.id', '=', 'reviews.subject_id')
    .where('reviews.subject', '=', 'suspension')
    .where(isRunning(now));
  return eb.and([
    eb('reviews.decided_at', 'is', null),
    eb.or([
      eb.and([
        eb('reviews.subject', '=', 'decision'),
        eb('comments.state', 'in', ['removed', 'refused']),
        eb.not(eb.exists(later)),
      ]),
      eb.exists(runs),
      eb.and([eb('reviews.subject', '=', 'report'), eb('comments.state', '=', 'published')]),
    ]),
  ]);
};
