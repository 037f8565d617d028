import { newId } from '../lib/ids.ts';
import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import type { Editor } from './keep-revision.ts';
import { lockArticle, noArticle } from './lock-article.ts';
import { closeReview } from './stage-rows.ts';

const longestNote = 2000;

/**
 * Asks for somebody else to read a draft. The note may be empty. Refusals: `no-article`, `already-published`,
 * `already-asked`, `scheduled`, `long-note`.
 */
export async function askReview(
  site: Site,
  editor: Editor,
  { id, note }: { id: string; note: string },
): Promise<Outcome<{ id: string }>> {
  if (note.length > longestNote) return tooLong('note');
  return site.store.write(async (tx) => {
    const refused = (await whyNotDraft(tx, id)) ?? (await whyNotNow(tx, id));
    if (refused) return refused;
    const at = site.clock.now().toISOString();
    const row = { id: newId(site.clock, site.random), article_id: id, asked_at: at };
    await tx
      .insertInto('article_reviews')
      .values({ ...row, asked_by: editor.staffId, note: note.trim() })
      .execute();
    await enter(site, tx, { id, editor, action: 'article.ask-review', reason: null });
    return done({ id: row.id });
  });
}

/** An answer to the review that its reader saw. */
export type ReviewAnswer = {
  id: string;
  reviewId: string;
  outcome: 'approved' | 'sent-back';
  answer: string;
};

/**
 * Approves an article that waits for a reader, or sends it back with a sentence that says why. Whoever asked cannot
 * answer. Refusals: `no-article`, `already-published`, `already-decided`, `own-review`, `no-answer`, `long-note`.
 */
export async function answerReview(
  site: Site,
  editor: Editor,
  { id, reviewId, outcome, answer }: ReviewAnswer,
): Promise<Outcome<{ id: string }>> {
  if (answer.length > longestNote) return tooLong('answer');
  if (outcome === 'sent-back' && answer.trim() === '')
    return refuse('no-answer', 'Say what is to be changed: the writer sees it.', 'answer');
  return site.store.write(async (tx) => {
    const refused = await whyNotDraft(tx, id);
    if (refused) return refused;
    const open = await openReview(tx, id);
    if (!open || open.id !== reviewId) return decided();
    if (open.asked_by !== null && open.asked_by === editor.staffId)
      return refuse('own-review', 'You asked for a second reader yourself: somebody else must answer.');
    await closeReview(site, tx, { id, editor, outcome, answer: answer.trim() });
    await enter(site, tx, { id, editor, action: 'article.answer-review', reason: outcome });
    return done({ id });
  });
}

/** Takes a request for a reader back. Refusals: `no-article`, `already-published`, `already-decided`. */
export async function takeBackReview(
  site: Site,
  editor: Editor,
  id: string,
): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const refused = await whyNotDraft(tx, id);
    if (refused) return refused;
    if (!(await closeReview(site, tx, { id, editor, outcome: 'taken-back' }))) return decided();
    await enter(site, tx, { id, editor, action: 'article.answer-review', reason: 'taken-back' });
    return done({ id });
  });
}

function tooLong(field: string): Refusal {
  return refuse(
    'long-note',
    `The note is longer than ${longestNote.toLocaleString('en-GB')} characters: shorten it.`,
    field,
  );
}

function decided(): Refusal {
  return refuse('already-decided', 'This request was answered already, by you or by somebody else.');
}

async function whyNotDraft(tx: Db, id: string): Promise<Refusal | null> {
  const article = await lockArticle(tx, id);
  if (!article) return noArticle();
  return article.state === 'draft'
    ? null
    : refuse('already-published', 'This article has been published: no review is needed any more.');
}

async function whyNotNow(tx: Db, id: string): Promise<Refusal | null> {
  const scheduled = await tx
    .selectFrom('article_schedules')
    .select('article_id')
    .where('article_id', '=', id)
    .executeTakeFirst();
  if (scheduled)
    return refuse('scheduled', 'A time is set for this article: take it away before somebody else reads it.');
  const open = await openReview(tx, id);
  return open
    ? refuse('already-asked', 'Somebody has asked for a reader already: this article is in review.')
    : null;
}

function openReview(tx: Db, id: string) {
  return tx
    .selectFrom('article_reviews')
    .select(['id', 'asked_by'])
    .where('article_id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
}

type Done = {
  id: string;
  editor: Editor;
  action: 'article.ask-review' | 'article.answer-review';
  reason: string | null;
};

async function enter(site: Site, tx: Db, { id, editor, action, reason }: Done): Promise<void> {
  await appendEntry(site, tx, {
    action,
    by: editor.actor,
    subject: { type: 'article', id },
    visibility: 'private',
    reason,
  });
}
