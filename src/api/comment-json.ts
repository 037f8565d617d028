import { keptBetween } from '../citations/with-kept.ts';
import { wordsPath } from '../comments/comment.ts';
import type { CommentView } from '../comments/comment-view.ts';
import { commentsBetween } from '../comments/thread-queries.ts';
import { toldMarks } from '../marks/shown/thread-marks.ts';
import type { Site } from '../site.ts';
import { citationJson } from './beside-json.ts';
import type { ArticleRef } from './queries.ts';
import type { CommentJson } from './shapes.ts';

/** A comment as it is sent, with its lasting path. */
export type Listed = { path: string; json: CommentJson };

/** Listed comments from a number on, in order: at most so many. */
export async function commentsFrom(
  { store: { read: db }, config }: Site,
  article: ArticleRef,
  { from, to = article.lastNumber, limit }: { from: number; to?: number; limit: number },
): Promise<Listed[]> {
  const comments = await commentsBetween(db, article, { from, to, limit });
  const shown = comments.flatMap((comment) => (comment.state === 'published' ? [comment] : []));
  const marks = await toldMarks(db, article.id, shown);
  const kept = await keptBetween(db, article.id, {
    from: Math.max(1, from),
    to: comments.at(-1)?.number ?? 0,
  });
  return comments.map((comment) => {
    const { number, path } = comment;
    if (comment.state !== 'published') return { path, json: viewOf(comment, none) };
    const beside = {
      ...(marks.get(number) ?? none),
      citations: (kept.get(number) ?? []).map(citationJson),
      cite: config.url + wordsPath(article.path, number, comment.text),
    };
    return { path, json: viewOf(comment, beside) };
  });
}

type Beside = Pick<CommentJson, 'quotes' | 'references' | 'citations' | 'cite'>;

const none: Beside = { quotes: [], references: [], citations: [], cite: null };

function viewOf(comment: CommentView, beside: Beside): CommentJson {
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
    ...beside,
    state: comment.state,
  };
}
