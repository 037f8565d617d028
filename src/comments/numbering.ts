import { type CleanHtml, textOf } from '../lib/clean-html.ts';
import { foldForSearch } from '../lib/fold-text.ts';
import { bindName } from '../pseudonyms/hold-name.ts';
import { appendEntry } from '../record/append.ts';
import type { Actor } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { commentWords } from './comment.ts';
import { tellSubscribers } from './tell-subscribers.ts';

/**
 * Publishes a comment that waits: the article's counter gives it the next number, in this transaction, so that
 * numbers have no gap and none is used twice, whatever the concurrency. Binds the writer's name.
 */
export async function publishComment(
  site: Site,
  tx: Db,
  { id, by }: { id: string; by: Actor },
): Promise<{ number: number; articleId: string }> {
  const comment = await tx
    .selectFrom('comments')
    .select([
      'article_id',
      'name',
      'url',
      'source',
      'in_reply_to',
      'html',
      'salt',
      'pseudonym_id',
      'by_staff',
      'posted_at',
    ])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const bound = comment.pseudonym_id === null ? null : await bindName(site, tx, comment.pseudonym_id);
  if (bound && !bound.ok) throw new Error(bound.sentence); // whoever publishes has bound it, or has just claimed it
  const number = await nextNumber(tx, comment.article_id);
  const at = site.clock.now().toISOString();
  await tx
    .updateTable('comments')
    .set({ state: 'published', number, published_at: at, dated: at, release_at: null, release_by: null })
    .where('id', '=', id)
    .execute();
  await indexComment(site, tx, { id, ...comment });
  await tellSubscribers(site, tx, { id, articleId: comment.article_id });
  await appendEntry(site, tx, {
    action: 'comment.publish',
    by,
    subject: { type: 'comment', id, article: comment.article_id, number },
    visibility: 'public',
    words: { salt: comment.salt, text: commentWords(comment) },
  });
  return { number, articleId: comment.article_id };
}

/** The next number of an article. Its row stays locked to the end of the transaction. */
export async function nextNumber(tx: Db, articleId: string): Promise<number> {
  const row = await tx
    .updateTable('articles')
    .set((eb) => ({ last_number: eb('last_number', '+', 1) }))
    .where('id', '=', articleId)
    .returning('last_number')
    .executeTakeFirstOrThrow();
  return row.last_number;
}

/** Makes a published comment findable. */
export async function indexComment(
  site: Site,
  tx: Db,
  comment: { id: string; article_id: string; name: string; html: string },
): Promise<void> {
  const text = foldForSearch(`${comment.name} ${textOf(comment.html as CleanHtml)}`);
  await site.store.search.put(tx, { kind: 'comment', id: comment.id, articleId: comment.article_id, text });
}
