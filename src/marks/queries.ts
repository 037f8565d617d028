import { sql } from 'kysely';
import { articleHtml } from '../articles/article-html.ts';
import { withheldOf } from '../articles/revisions/queries.ts';
import type { Beginning } from '../comments/forget-marks.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import type { Db } from '../store/schema.ts';
import { isListed, isPublished, showsWords } from '../store/visibility.ts';

/** A published article as its thread's index begins with it. */
export type ThreadRow = { id: string; title: string; html: string; lastNumber: number; version: number };

/** The row of an article, or undefined where it is not published. */
export async function threadRow(db: Db, articleId: string): Promise<ThreadRow | undefined> {
  return db
    .selectFrom('articles')
    .leftJoin('annotated_articles', 'annotated_articles.article_id', 'articles.id')
    .select(['articles.id', 'title', 'html', 'last_number as lastNumber'])
    .select(sql<number>`coalesce(annotated_articles.version, 0)`.as('version'))
    .where('articles.id', '=', articleId)
    .where(isPublished)
    .executeTakeFirst();
}

/** As many of an article's earlier versions as are looked through. */
const mostVersions = 12;

/** The article's newest versions that are not withheld, the newest first, as readers were shown them. */
export async function versionsOf(db: Db, articleId: string): Promise<{ number: number; html: CleanHtml }[]> {
  const rows = await db
    .selectFrom('article_revisions')
    .select(['number', 'source', 'source_format'])
    .where('article_id', '=', articleId)
    .orderBy('number', 'desc')
    .limit(mostVersions)
    .execute();
  const withheld = rows.length > 1 ? await withheldOf(db, articleId) : new Map<number, unknown>();
  return rows
    .filter(({ number }, index) => index === 0 || !withheld.has(number))
    .map(({ number, source, source_format }) => ({ number, html: articleHtml(source, source_format) }));
}

/** Listed comments with numbers after one, in order; `html` is null where the words are gone. */
export async function commentsAfter(
  db: Db,
  articleId: string,
  { after, limit }: { after: number; limit: number },
): Promise<{ number: number; name: string; html: CleanHtml | null }[]> {
  const rows = await db
    .selectFrom('comments')
    .select(['number', 'name', 'html', 'state'])
    .where('article_id', '=', articleId)
    .where('number', '>', after)
    .where(isListed)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map(({ number, name, html, state }) => ({
    ...{ number: number ?? 0, name },
    html: state === 'published' ? (html as CleanHtml) : null,
  }));
}

/** A published comment that is looked through. */
export type ToAnnotate = { id: string; articleId: string; number: number; name: string; html: CleanHtml };

/** Published comments that have not been looked through: of some ids, or of a whole article; by number. */
export async function notAnnotated(
  db: Db,
  { ids, articleId, limit }: { ids?: string[]; articleId?: string; limit: number },
): Promise<ToAnnotate[]> {
  let query = db
    .selectFrom('comments')
    .leftJoin('comment_annotations', 'comment_annotations.comment_id', 'comments.id')
    .select(['comments.id', 'comments.article_id as articleId', 'number', 'name', 'html'])
    .where('comment_annotations.comment_id', 'is', null)
    .where(showsWords);
  if (ids) query = query.where('comments.id', 'in', ids);
  if (articleId) query = query.where('comments.article_id', '=', articleId);
  const rows = await query.orderBy('number').limit(limit).execute();
  return rows.map((row) => ({ ...row, number: row.number ?? 0, html: row.html as CleanHtml }));
}

/** A published comment that quotes, as far as its marks and brackets tell. */
export type Quoting = { id: string; number: number; html: CleanHtml };

/**
 * Of so many published comments after a number, in order, those that quote; and after which number to go on, null where
 * there are no more. Or of those with some `numbers`.
 */
export async function quotingAfter(
  db: Db,
  articleId: string,
  { after, limit, numbers }: { after: number; limit: number; numbers?: readonly number[] },
): Promise<{ comments: Quoting[]; last: number | null }> {
  let query = db
    .selectFrom('comments')
    .select(['id', 'number', 'html'])
    .where('article_id', '=', articleId)
    .where('number', '>', after)
    .where(showsWords);
  if (numbers) query = query.where('number', 'in', numbers);
  const rows = await query.orderBy('number').limit(limit).execute();
  const quotes = /[“„‟"«»‹›「『＂‚‘']|<blockquote/;
  return {
    comments: rows
      .map((row) => ({ ...row, number: row.number ?? 0, html: row.html as CleanHtml }))
      .filter(({ html }) => quotes.test(html.replace(/<a [^>]*>/g, ''))),
    last: rows.length < limit ? null : (rows.at(-1)?.number ?? null),
  };
}

/** Where quotations of comments begin that are known to stand somewhere word for word, by the comments' ids. */
export async function exactIn(db: Db, ids: readonly string[]): Promise<Map<string, Beginning[]>> {
  const exact = new Map<string, Beginning[]>();
  if (ids.length === 0) return exact;
  const rows = await db
    .selectFrom('comment_quotations')
    .select(['comment_id', 'paragraph', 'from_letter as from'])
    .where('comment_id', 'in', ids)
    .where('verdict', '=', 'exact')
    .execute();
  for (const { comment_id, ...beginning } of rows)
    exact.set(comment_id, [...(exact.get(comment_id) ?? []), beginning]);
  return exact;
}
