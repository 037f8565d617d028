import type { CommentView } from '../comments/comment-view.ts';
import { commentsBetween } from '../comments/thread-queries.ts';
import { toldMarks } from '../marks/shown/thread-marks.ts';
import type { Db } from '../store/schema.ts';
import type { ArticleRef } from './queries.ts';
import type { CommentJson } from './shapes.ts';

/** A comment as it is sent, with its lasting path. */
export type Listed = { path: string; json: CommentJson };

/** Listed comments from a number on, in order: at most so many. */
export async function commentsFrom(
  db: Db,
  article: ArticleRef,
  { from, to = article.lastNumber, limit }: { from: number; to?: number; limit: number },
): Promise<Listed[]> {
  const comments = await commentsBetween(db, article, { from, to, limit });
  const shown = comments.flatMap((comment) => (comment.state === 'published' ? [comment] : []));
  const marks = await toldMarks(db, article.id, shown);
  return comments.map((comment) => ({
    path: comment.path,
    json: viewOf(comment, marks.get(comment.number) ?? { quotes: [], references: [] }),
  }));
}

function viewOf(comment: CommentView, marks: Pick<CommentJson, 'quotes' | 'references'>): CommentJson {
  const shown = comment.state === 'published' ? comment : null;
  return {
    number: comment.number,
    author: shown && {
      name: shown.name,
      sameWriter: shown.sameWriter.map(({ number }) => number),
      ...(shown.byStaff ? { staff: true } : {}),
      ...(shown.anonymous ? { anonymous: true } : {}),
    },
    published: comment.dated,
    edited: shown?.editedAt ?? null,
    inReplyTo: comment.inReplyTo?.number ?? null,
    html: shown?.html ?? null,
    text: shown?.text ?? null,
    ...marks,
    state: comment.state,
  };
}
