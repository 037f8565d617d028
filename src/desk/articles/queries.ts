import type { ArticleState, Db } from '../../store/schema.ts';
import type { ListedArticle } from './article-list-view.ts';

export type DeskArticles = { state: ArticleState | null; limit: number; offset: number };

/** Articles in a state, or all: drafts last changed first, published ones newest first. */
export async function listDeskArticles(
  db: Db,
  { state, limit, offset }: DeskArticles,
): Promise<ListedArticle[]> {
  let query = db
    .selectFrom('articles')
    .select(['id', 'title', 'state', 'path', 'published_at', 'updated_at'])
    .orderBy(state === 'published' ? 'published_at' : 'updated_at', 'desc')
    .orderBy('id', 'desc');
  if (state !== null) query = query.where('state', '=', state);
  const rows = await query.limit(limit).offset(offset).execute();
  const authors = await authorsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    state: row.state,
    path: row.path,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    authors: authors.filter(({ article_id }) => article_id === row.id).map(({ name }) => name),
  }));
}

async function authorsOf(db: Db, ids: string[]) {
  if (ids.length === 0) return [];
  return db
    .selectFrom('article_bylines')
    .select(['article_id', 'name'])
    .where('article_id', 'in', ids)
    .orderBy('position')
    .execute();
}

/** How many articles are in each state. */
export async function countDeskArticles(db: Db): Promise<Map<ArticleState, number>> {
  const rows = await db
    .selectFrom('articles')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  return new Map(rows.map((row) => [row.state, Number(row.count)]));
}
