import { sameEmail } from '../../store/same-email.ts';
import type { Db } from '../../store/schema.ts';
import type { AskedReview } from './own-moderation.ts';
import type { Who } from './person.ts';

/** A report that somebody left their address with, with what came of it and of the review that they asked for. */
export type LeftReport = {
  response: { article: { title: string; path: string | null }; number: number | null };
  at: string;
  /** The code of a rule, or `legal` or `other`. */
  reason: string;
  text: string;
  email: string | null;
  settled: string | null;
  outcome: string | null;
  review: Omit<AskedReview, 'response' | 'about'> | null;
};

/** The address by which a person is looked for; null where it is something else. */
function addressOf({ by, value }: Who): string | null {
  return by === 'email' || by === 'read-email' ? value : null;
}

/** The reports that a person’s address was left with, while it is kept: until the outcome was told. The oldest first. */
export async function reportsLeftBy(db: Db, who: Who): Promise<LeftReport[]> {
  const address = addressOf(who);
  if (address === null) return [];
  const rows = await db
    .selectFrom('reports')
    .innerJoin('report_items', 'report_items.id', 'reports.item_id')
    .innerJoin('comments', 'comments.id', 'reports.comment_id')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .leftJoin('reviews', (join) =>
      join.onRef('reviews.subject_id', '=', 'reports.id').on('reviews.subject', '=', 'report'),
    )
    .select(['reports.at', 'reports.reason', 'reports.text', 'reports.email'])
    .select(['report_items.closed_at', 'report_items.outcome'])
    .select(['articles.title', 'articles.path', 'comments.number'])
    .select(['reviews.asked_at', 'reviews.words', 'reviews.decided_at', 'reviews.outcome as reviewed'])
    .select(['reviews.sentence', 'reviews.by_role'])
    .where('reports.email', 'is not', null)
    .where(sameEmail('reports.email', address))
    .orderBy('reports.id')
    .execute();
  return rows.map(({ at, reason, text, email, ...row }) => ({
    response: { article: { title: row.title, path: row.path }, number: row.number },
    ...{ at, reason, text, email, settled: row.closed_at, outcome: row.outcome },
    review:
      row.asked_at === null
        ? null
        : {
            ...{ asked: row.asked_at, words: row.words ?? '' },
            ...{ decided: row.decided_at, outcome: row.reviewed },
            ...{ sentence: row.sentence, by: row.by_role },
          },
  }));
}

/** The reports themselves, by their ids and the responses that they are about. */
export async function reportIdsLeftBy(db: Db, who: Who): Promise<{ id: string; commentId: string }[]> {
  const address = addressOf(who);
  if (address === null) return [];
  return db
    .selectFrom('reports')
    .select(['id', 'comment_id as commentId'])
    .where('reports.email', 'is not', null)
    .where(sameEmail('reports.email', address))
    .orderBy('id')
    .execute();
}

/**
 * Takes the address and the keyed hash of the network off what somebody reported, and `words` too what they wrote in it
 * and with a review of it: that there was a report stays, with its rule. Inside the transaction that erases. Answers
 * how many there were.
 */
export async function eraseReportsLeftBy(
  tx: Db,
  { who, words }: { who: Who; words: boolean },
): Promise<number> {
  const ids = (await reportIdsLeftBy(tx, who)).map(({ id }) => id);
  if (ids.length === 0) return 0;
  const gone = { email: null, address_hash: null, ...(words && { text: '' }) };
  await tx.updateTable('reports').set(gone).where('id', 'in', ids).execute();
  if (words)
    await tx
      .updateTable('reviews')
      .set({ words: '', sentence: null })
      .where('subject', '=', 'report')
      .where('subject_id', 'in', ids)
      .execute();
  return ids.length;
}
