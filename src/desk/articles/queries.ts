import { staged, stageInList } from '../../articles/stages/queries.ts';
import type { Stage } from '../../staff/permissions.ts';
import type { Db } from '../../store/schema.ts';
import type { ListedArticle } from './article-list-view.ts';

export type DeskArticles = { stage: Stage | null; limit: number; offset: number };

const order = {
  draft: { by: 'articles.updated_at', direction: 'desc' },
  'in-review': { by: 'article_reviews.asked_at', direction: 'asc' },
  scheduled: { by: 'article_schedules.publish_at', direction: 'asc' },
  published: { by: 'articles.published_at', direction: 'desc' },
  withdrawn: { by: 'articles.updated_at', direction: 'desc' },
} as const satisfies Record<Stage, { by: string; direction: 'asc' | 'desc' }>;

/**
 * Articles in a stage, or all: drafts last changed first, those in review longest waiting first, scheduled ones in
 * the order in which they appear, published ones newest first.
 */
export async function listDeskArticles(
  db: Db,
  { stage: wanted, limit, offset }: DeskArticles,
): Promise<ListedArticle[]> {
  const { by, direction } = order[wanted ?? 'draft'];
  let query = staged(db)
    .select(['articles.id', 'articles.title', 'articles.path', 'articles.published_at'])
    .select(['articles.updated_at', 'article_schedules.publish_at', 'article_reviews.asked_at'])
    .select(stageInList.as('stage'))
    .orderBy(by, direction)
    .orderBy('articles.id', 'desc');
  if (wanted !== null) query = query.where(stageInList, '=', wanted);
  const rows = await query.limit(limit).offset(offset).execute();
  const authors = await authorsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    stage: row.stage,
    path: row.path,
    publishedAt: row.published_at,
    updatedAt: row.updated_at,
    publishAt: row.publish_at,
    askedAt: row.asked_at,
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

/** How many articles are in each stage. */
export async function countDeskArticles(db: Db): Promise<Map<Stage, number>> {
  const rows = await staged(db)
    .select((eb) => [stageInList.as('stage'), eb.fn.countAll<number>().as('count')])
    .groupBy('stage')
    .execute();
  return new Map(rows.map((row) => [row.stage, Number(row.count)]));
}
