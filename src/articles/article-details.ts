import type { Db } from '../store/schema.ts';

/** What readers see of an article beside its words, as one text to compare. */
export async function detailsOf(tx: Db, id: string): Promise<string> {
  const article = await tx
    .selectFrom('articles')
    .select(['html', 'comment_policy', 'close_after_days'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const bylines = await tx
    .selectFrom('article_bylines')
    .select(['position', 'name'])
    .where('article_id', '=', id)
    .orderBy('position')
    .execute();
  const tags = await tx
    .selectFrom('article_tags')
    .select(['position', 'tag_id'])
    .where('article_id', '=', id)
    .orderBy('position')
    .execute();
  return JSON.stringify([article, bylines, tags]);
}
