import { sql } from 'kysely';
import type { Stage } from '../../staff/permissions.ts';
import type { Db } from '../../store/schema.ts';

/** The same as `stageOf` of each article that `staged` answers, for whole lists. */
export const stageInList = sql<Stage>`CASE
  WHEN articles.state <> 'draft' THEN articles.state
  WHEN article_schedules.publish_at IS NOT NULL THEN 'scheduled'
  WHEN article_reviews.id IS NOT NULL THEN 'in-review'
  ELSE 'draft' END`;

/** Articles with the time that is set for each and its open review: of all stages, for staff alone. */
export function staged(db: Db) {
  return db
    .selectFrom('articles')
    .leftJoin('article_schedules', 'article_schedules.article_id', 'articles.id')
    .leftJoin('article_reviews', (join) =>
      join
        .onRef('article_reviews.article_id', '=', 'articles.id')
        .on('article_reviews.closed_at', 'is', null),
    );
}
