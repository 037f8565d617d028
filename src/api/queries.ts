import { isPublished } from '../articles/queries.ts';
import { isListed } from '../comments/queries.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import type { Db } from '../store/schema.ts';

export type Counts = { published: number; removed: number; withdrawn: number };

/** Comments of each article by what readers see of them; an article without any is not in the map. */
export async function countsOf(db: Db, articleIds: string[]): Promise<Map<string, Counts>> {
  if (articleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('comments')
    .select((eb) => ['article_id', 'state', eb.fn.countAll<number>().as('count')])
    .where('article_id', 'in', articleIds)
    .where(isListed)
    .groupBy(['article_id', 'state'])
    .execute();
  const counts = new Map<string, Counts>();
  for (const { article_id, state, count } of rows)
    counts.set(article_id, { ...noComments, ...counts.get(article_id), [state]: Number(count) });
  return counts;
}

export const noComments: Counts = { published: 0, removed: 0, withdrawn: 0 };

export type Body = { html: CleanHtml; updatedAt: string };

/** What lists of articles leave out: the words of each published one, and when it was last changed. */
export async function bodiesOf(db: Db, articleIds: string[]): Promise<Map<string, Body>> {
  if (articleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'html', 'updated_at'])
    .where('id', 'in', articleIds)
    .where(isPublished)
    .execute();
  return new Map(rows.map((row) => [row.id, { html: row.html as CleanHtml, updatedAt: row.updated_at }]));
}

export type ArticleRef = { id: string; path: string; lastNumber: number };

/** Where the comments of a published article stand; null where there is no such article for readers. */
export async function findArticle(db: Db, id: string): Promise<ArticleRef | null> {
  const row = await db
    .selectFrom('articles')
    .select(['id', 'path', 'last_number'])
    .where('id', '=', id)
    .where(isPublished)
    .executeTakeFirst();
  return row ? { id: row.id, path: row.path ?? '', lastNumber: row.last_number } : null;
}
