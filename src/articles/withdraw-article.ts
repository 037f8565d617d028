import { newId } from '../lib/ids.ts';
import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import { enterPictures } from '../pictures/enter-pictures.ts';
import { unfitPictures } from '../pictures/use-pictures.ts';
import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { enterDetails } from './enter-details.ts';
import { type Editor, enterArticle, indexArticle, indexResponses, keepRevision } from './keep-revision.ts';
import { lockArticle, noArticle } from './lock-article.ts';
import { whyUnread } from './unread.ts';

/** Why a published article is taken back: codes of the record. */
export const withdrawalReasons = ['wrong', 'legal', 'privacy', 'rights', 'other'] as const;
export type WithdrawalReason = (typeof withdrawalReasons)[number];

const longestNote = 2000;

/**
 * Takes a published article back: readers get 410 with the note, at its address and its responses’. Its words are
 * kept. Refusals: `no-article`, `not-published`, `no-reason`, `no-note`, `long-note`.
 */
export async function withdrawArticle(
  site: Site,
  editor: Editor,
  { id, reason, note }: { id: string; reason: string; note: string },
): Promise<Outcome<{ id: string }>> {
  const code = withdrawalReasons.find((each) => each === reason);
  if (code === undefined) return refuse('no-reason', 'Choose why it is withdrawn.', 'reason');
  const said = checkNote(note);
  if (said) return said;
  return site.store.write(async (tx) => {
    const article = await lockArticle(tx, id);
    if (!article) return noArticle();
    if (article.state !== 'published')
      return refuse('not-published', 'This article is not published: readers do not see it.');
    const at = site.clock.now().toISOString();
    await tx.updateTable('articles').set({ state: 'withdrawn' }).where('id', '=', id).execute();
    const by = { by_staff: editor.staffId, by_role: editor.actor.role };
    await tx
      .insertInto('article_withdrawals')
      .values({
        ...{ id: newId(site.clock, site.random), article_id: id, at, ...by },
        ...{ reason_code: code, note: note.trim() },
      })
      .execute();
    await site.store.search.dropArticle(tx, id);
    await appendEntry(site, tx, {
      action: 'article.withdraw',
      by: editor.actor,
      subject: { type: 'article', id },
      visibility: 'public',
      reason: code,
    });
    return done({ id });
  });
}

/**
 * Puts a withdrawn article back where it stood. Words that were changed meanwhile are a new revision. Refusals:
 * `no-article`, `not-withdrawn`, `needs-reader`, those of `unfitPictures`.
 */
export async function restoreArticle(
  site: Site,
  editor: Editor,
  id: string,
): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const article = await lockArticle(tx, id);
    if (!article) return noArticle();
    if (article.state !== 'withdrawn')
      return refuse('not-withdrawn', 'This article is not withdrawn: somebody put it back already.');
    const unfit = await unfitPictures(tx, article.html);
    if (unfit) return unfit;
    const unread = await whyUnread(tx, id);
    if (unread) return unread;
    const at = site.clock.now().toISOString();
    await tx.updateTable('articles').set({ state: 'published' }).where('id', '=', id).execute();
    await tx
      .updateTable('article_withdrawals')
      .set({ restored_at: at, restored_by: editor.staffId })
      .where('article_id', '=', id)
      .where('restored_at', 'is', null)
      .execute();
    await appendEntry(site, tx, {
      action: 'article.restore',
      by: editor.actor,
      subject: { type: 'article', id },
      visibility: 'public',
    });
    if (await isChanged(tx, article)) {
      await keepRevision(site, tx, { id, editor });
      await enterArticle(site, tx, { id, editor, action: 'article.revise' });
    }
    await enterPictures(site, tx, { articleId: id, html: article.html, by: editor.actor });
    await enterDetails(site, tx, { id, editor });
    await indexArticle(site, tx, id);
    await indexResponses(site, tx, id);
    return done({ id });
  });
}

function checkNote(note: string): Refusal | null {
  if (note.trim() === '')
    return refuse(
      'no-note',
      'Say in plain words why it is gone: readers get this sentence at its address.',
      'public-note',
    );
  const most = longestNote.toLocaleString('en-GB');
  return note.length > longestNote
    ? refuse(
        'long-note',
        `The note for readers is longer than ${most} characters: shorten it.`,
        'public-note',
      )
    : null;
}

/** Words that were changed got another salt: also those that read as before by now. */
async function isChanged(tx: Db, { id, salt }: { id: string; salt: string }): Promise<boolean> {
  const last = await tx
    .selectFrom('article_revisions')
    .select('salt')
    .where('article_id', '=', id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  return last?.salt !== salt;
}
