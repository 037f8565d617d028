import type { Db } from '../store/schema.ts';
import { isListed, isPublished } from '../store/visibility.ts';

/** What is told of an article to those who wait for its responses. */
export type LiveState = { id: string; path: string; lastNumber: number };

/** Of these articles those that readers see, with the newest number of each. */
export async function liveStates(db: Db, ids: string[]): Promise<LiveState[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'path', 'last_number'])
    .where('id', 'in', ids)
    .where(isPublished)
    .execute();
  return rows.map((row) => ({ id: row.id, path: row.path ?? '', lastNumber: row.last_number }));
}

/** The newest decision's id; an empty text while there is none. */
export async function newestDecision(db: Db): Promise<string> {
  const row = await db
    .selectFrom('comment_decisions')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? '';
}

const mostDecisions = 500;

/** Decisions after one, oldest first: which number of which article now looks otherwise. */
export async function decisionsAfter(
  db: Db,
  id: string,
): Promise<{ id: string; articleId: string; number: number }[]> {
  const rows = await db
    .selectFrom('comment_decisions')
    .innerJoin('comments', 'comments.id', 'comment_decisions.comment_id')
    .select(['comment_decisions.id', 'comments.article_id', 'comments.number'])
    .where('comment_decisions.id', '>', id)
    .where(isListed)
    .orderBy('comment_decisions.id')
    .limit(mostDecisions)
    .execute();
  return rows.map((row) => ({ id: row.id, articleId: row.article_id, number: row.number ?? 0 }));
}
