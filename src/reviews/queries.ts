import { reviewWaits } from '../moderation/waiting/review-waits.ts';
import type { Db } from '../store/schema.ts';
import type { Review } from './review.ts';
import { reviewedBy } from './reviewed.ts';

/** A review with whether there is still something to decide, for the page of whoever asked. */
export type ReviewStanding = Review & { standing: 'waits' | 'moot' | 'decided' };

/** Every review that was asked for about a response, the newest first. */
export async function reviewsOf(
  db: Db,
  { commentId, askedBy, now }: Pick<Review, 'commentId' | 'askedBy'> & { now: string },
): Promise<ReviewStanding[]> {
  const rows = await all(db)
    .where('comment_id', '=', commentId)
    .where('asked_by', '=', askedBy)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
  return Promise.all(rows.map((row) => standingOf(db, reviewIn(row), now)));
}

/** One review; null where there is none. */
export async function readReview(
  db: Db,
  { id, now }: { id: string; now: string },
): Promise<ReviewStanding | null> {
  const row = await all(db).where('id', '=', id).executeTakeFirst();
  return row ? standingOf(db, reviewIn(row), now) : null;
}

/** The review of one decision, suspension or report; null where none was asked for. */
export async function reviewOf(
  db: Db,
  { subject, subjectId, now }: Pick<Review, 'subject' | 'subjectId'> & { now: string },
): Promise<ReviewStanding | null> {
  const row = await all(db)
    .where('subject', '=', subject)
    .where('subject_id', '=', subjectId)
    .executeTakeFirst();
  return row ? standingOf(db, reviewIn(row), now) : null;
}

/** Reviews that wait, the longest waiting first; or decided ones, the newest first. */
export async function listReviews(
  db: Db,
  { open, now, limit, offset }: { open: boolean; now: string; limit: number; offset: number },
): Promise<(ReviewStanding & ReviewPlace)[]> {
  const rows = await placed(db)
    .$if(open, (query) => query.where(reviewWaits(now)).orderBy('reviews.id'))
    .$if(!open, (query) =>
      query.where('decided_at', 'is not', null).orderBy('decided_at', 'desc').orderBy('reviews.id', 'desc'),
    )
    .limit(limit)
    .offset(offset)
    .execute();
  return viewPlaced(db, rows, now);
}

/** These reviews, in no order. */
export async function reviewsById(
  db: Db,
  ids: string[],
  now: string,
): Promise<(ReviewStanding & ReviewPlace)[]> {
  if (ids.length === 0) return [];
  return viewPlaced(db, await placed(db).where('reviews.id', 'in', ids).execute(), now);
}

function placed(db: Db) {
  return db
    .selectFrom('reviews')
    .innerJoin('comments', 'comments.id', 'reviews.comment_id')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .selectAll('reviews')
    .select(['comments.name', 'comments.number', 'articles.title']);
}

type Placed = Awaited<ReturnType<ReturnType<typeof placed>['execute']>>[number];

function viewPlaced(db: Db, rows: Placed[], now: string): Promise<(ReviewStanding & ReviewPlace)[]> {
  return Promise.all(
    rows.map(async (row) => ({
      ...(await standingOf(db, reviewIn(row), now)),
      ...{ writer: row.name, number: row.number, article: row.title },
    })),
  );
}

/** Which response a listed review is about. */
export type ReviewPlace = { writer: string; number: number | null; article: string };

/** How many reviews wait, or were decided. */
export async function countReviews(db: Db, { open, now }: { open: boolean; now: string }): Promise<number> {
  const row = await db
    .selectFrom('reviews')
    .innerJoin('comments', 'comments.id', 'reviews.comment_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .$if(open, (query) => query.where(reviewWaits(now)))
    .$if(!open, (query) => query.where('decided_at', 'is not', null))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

async function standingOf(db: Db, review: Review, now: string): Promise<ReviewStanding> {
  if (review.decidedAt !== null) return { ...review, standing: 'decided' };
  const about = await reviewedBy(db, { ...review, now });
  return { ...review, standing: about?.stands ? 'waits' : 'moot' };
}

const all = (db: Db) => db.selectFrom('reviews').selectAll();

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number];

function reviewIn(row: Row): Review {
  return {
    ...{ id: row.id, subject: row.subject, subjectId: row.subject_id, commentId: row.comment_id },
    ...{ askedBy: row.asked_by, words: row.words, askedAt: row.asked_at, decidedAt: row.decided_at },
    ...{ outcome: row.outcome, sentence: row.sentence, byRole: row.by_role },
  };
}
