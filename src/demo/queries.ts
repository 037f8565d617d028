import type { TextRef } from '../citations/queries.ts';
import type { Db } from '../store/schema.ts';

/** An article of the demo and its responses, as texts that may cite. */
export async function textsUnder(db: Db, slug: string): Promise<TextRef[]> {
  const { id } = await db
    .selectFrom('articles')
    .select('id')
    .where('slug', '=', slug)
    .where('origin', '=', 'demo')
    .executeTakeFirstOrThrow();
  const comments = await db.selectFrom('comments').select('id').where('article_id', '=', id).execute();
  return [null, ...comments.map((comment) => comment.id)].map((comment_id) => ({
    ...{ text_id: comment_id ?? id, article_id: id, comment_id },
  }));
}

/** What is known of a page that the demo cites. */
export async function citedPage(db: Db, url: string): Promise<{ id: string; state: string }> {
  return db.selectFrom('citations').select(['id', 'state']).where('url', '=', url).executeTakeFirstOrThrow();
}
