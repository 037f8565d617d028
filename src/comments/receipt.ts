import type { CleanHtml } from '../lib/clean-html.ts';
import { isSecret, keyedHash } from '../lib/ids.ts';
import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { goneState } from '../store/visibility.ts';
import { placeOf } from './comment.ts';
import type { ReceiptView } from './comment-view.ts';
import { editableUntil } from './edits/edit-window.ts';

/** The secret address at which a comment's writer finds it again. It can be made anew from the comment's id. */
export function receiptPath(site: Site, commentId: string): string {
  return `/receipt/${commentId}/${receiptToken(site, commentId)}/`;
}

/** True when the token is the comment's own; takes as long whatever is wrong with it. */
export function isReceipt(site: Site, commentId: string, token: string): boolean {
  return isSecret(token, receiptToken(site, commentId));
}

function receiptToken(site: Site, commentId: string): string {
  return keyedHash(site.secrets.receiptKey, commentId);
}

/** What the writer sees: null where the address is not one. */
export async function readReceipt(site: Site, commentId: string, token: string): Promise<ReceiptView | null> {
  if (!isReceipt(site, commentId, token)) return null;
  const row = await site.store.read
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .select(['comments.state', 'comments.name', 'comments.html', 'comments.posted_at', 'comments.number'])
    .select(['comments.source', 'comments.edited_at', 'comments.withheld_at'])
    .select(['articles.id as article_id', 'articles.title', 'articles.path'])
    .select('articles.state as article_state')
    .where('comments.id', '=', commentId)
    .executeTakeFirst();
  if (!row) return null;
  const decision = await site.store.read
    .selectFrom('comment_decisions')
    .select(['at', 'reason_label', 'reason_text'])
    .where('comment_id', '=', commentId)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  const path = row.path ?? '/';
  const until = editableUntil(row.posted_at, await readSettings(site));
  const editable =
    until > site.clock.now().toISOString() &&
    row.article_state === 'published' &&
    (row.state === 'held' || row.state === 'published');
  return {
    path: receiptPath(site, commentId),
    state: row.state === 'removed' ? goneState(row) : row.state,
    name: row.name,
    html: row.html === '' ? null : (row.html as CleanHtml),
    source: row.source,
    postedAt: row.posted_at,
    editedAt: row.edited_at,
    editableUntil: editable ? until : null,
    number: row.number,
    place: row.number === null ? null : placeOf(path, row.number),
    article: { id: row.article_id, title: row.title, path },
    decision: decision
      ? { at: decision.at, reason: decision.reason_label, sentence: decision.reason_text }
      : null,
  };
}
