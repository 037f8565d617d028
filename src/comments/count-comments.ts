import type { Db } from '../store/schema.ts';
import { isListed, showsWords } from '../store/visibility.ts';

/**
 * Comments by what readers see of them: what was erased by the desk counts with what was removed, what is withheld while
 * a complaint is considered does not.
 */
export type Counts = { published: number; removed: number; withdrawn: number; withheld: number };

export const noComments: Counts = { published: 0, removed: 0, withdrawn: 0, withheld: 0 };

/** Counts of an article's comments. */
export async function countComments(db: Db, articleId: string): Promise<Counts> {
  return (await countsOf(db, [articleId])).get(articleId) ?? noComments;
}

/** Counts of each article's comments; an article without any is not in the map. */
export async function countsOf(db: Db, articleIds: string[]): Promise<Map<string, Counts>> {
  if (articleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('comments')
    .select((eb) => ['article_id', 'state', eb.fn.countAll<number>().as('count')])
    .select((eb) => eb.fn.count<number>('withheld_at').as('withheld'))
    .where('article_id', 'in', articleIds)
    .where(isListed)
    .groupBy(['article_id', 'state'])
    .execute();
  const counts = new Map<string, Counts>();
  for (const { article_id, state, count, withheld } of rows) {
    const before = counts.get(article_id) ?? noComments;
    const key = state === 'published' || state === 'withdrawn' ? state : 'removed';
    const apart = state === 'removed' ? Number(withheld) : 0;
    const counted = { ...before, [key]: before[key] + Number(count) - apart };
    counts.set(article_id, { ...counted, withheld: before.withheld + apart });
  }
  return counts;
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
