import type { Db } from '../store/schema.ts';
import { isListed, showsWords } from '../store/visibility.ts';

/** Counts of an article's comments by what readers see of them. */
export async function countComments(db: Db, articleId: string) {
  const rows = await db
    .selectFrom('comments')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('article_id', '=', articleId)
    .where(isListed)
    .groupBy('state')
    .execute();
  const count = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return {
    published: count('published'),
    removed: count('removed') + count('erased'),
    withdrawn: count('withdrawn'),
  };
}

/** Published comments of each article, for lists. */
export async function countPublished(db: Db, articleIds: string[]): Promise<Map<string, number>> {
  if (articleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('comments')
    .select((eb) => ['article_id', eb.fn.countAll<number>().as('count')])
    .where('article_id', 'in', articleIds)
    .where(showsWords)
    .groupBy('article_id')
    .execute();
  return new Map(rows.map((row) => [row.article_id, Number(row.count)]));
}
