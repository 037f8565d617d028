import { type CleanHtml, textOf } from '../lib/clean-html.ts';
import type { Db } from '../store/schema.ts';
import { isPublished, showsWords } from '../store/visibility.ts';
import { lastingPath, placeOf } from './comment.ts';
import type { CommentSummary } from './comment-view.ts';

/** The newest published comments, of the site or of one article, for the front page and the feeds. */
export async function latestComments(
  db: Db,
  { limit, articleId }: { limit: number; articleId?: string },
): Promise<(CommentSummary & { inReplyTo: number | null })[]> {
  let query = db
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .select([...summaryColumns])
    .where(showsWords)
    .where(isPublished);
  if (articleId) query = query.where('comments.article_id', '=', articleId);
  const rows = await query
    .orderBy('comments.published_at', 'desc')
    .orderBy('comments.number', 'desc')
    .limit(limit)
    .execute();
  return rows.map(summaryOf);
}

/** Published comments by id, in the order of the ids, for search. */
export async function commentsById(db: Db, ids: string[]): Promise<Map<string, CommentSummary>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .select([...summaryColumns, 'comments.id'])
    .where('comments.id', 'in', ids)
    .where(showsWords)
    .where(isPublished)
    .execute();
  return new Map(rows.map((row) => [row.id, summaryOf(row)]));
}

const summaryColumns = [
  'comments.number',
  'comments.name',
  'comments.html',
  'comments.published_at',
  'comments.edited_at',
  'comments.in_reply_to',
  'articles.title',
  'articles.path',
] as const;

function summaryOf(row: {
  number: number | null;
  name: string;
  html: string;
  published_at: string | null;
  edited_at: string | null;
  in_reply_to: number | null;
  title: string;
  path: string | null;
}): CommentSummary & { inReplyTo: number | null } {
  const path = row.path ?? '';
  const number = row.number ?? 0;
  const html = row.html as CleanHtml;
  return {
    number,
    name: row.name,
    publishedAt: row.published_at ?? '',
    editedAt: row.edited_at,
    html,
    text: textOf(html),
    place: placeOf(path, number),
    path: lastingPath(path, number),
    article: { title: row.title, path },
    inReplyTo: row.in_reply_to,
  };
}
