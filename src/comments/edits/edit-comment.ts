import { touchPage } from '../../articles/touch-page.ts';
import { type CleanHtml, cleanerVersion } from '../../lib/clean-html.ts';
import { newSecret } from '../../lib/ids.ts';
import { markdownToHtml } from '../../lib/markdown.ts';
import { done, type Outcome, type Refusal, refuse } from '../../lib/refusal.ts';
import { settingsIn } from '../../publication/queries.ts';
import type { Settings } from '../../publication/settings.ts';
import { appendEntry } from '../../record/append.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { commentWords, wordsHash } from '../comment.ts';
import { type Beginning, changeUnmarked, forgetMarks, keepUnmarked } from '../forget-marks.ts';
import { indexComment } from '../numbering.ts';
import { changeSuspended } from '../suspended.ts';
import { editableUntil } from './edit-window.ts';
import { changeRefusal, holdChanged } from './hold-changed.ts';
import { countWordings, keepWording } from './keep-wording.ts';

/** So many changes of one comment are taken: its time is short, and every wording is kept. */
const mostEdits = 20;

type Edited = { number: number | null; changed: boolean };

/**
 * Its writer changes a comment's words, within the setting's minutes of sending it. The earlier words are kept for
 * staff; a published one keeps its number, says that it was changed, and the record commits to the new words. What
 * would be held is refused instead, with nothing changed. A release that was pressed over the earlier words is undone.
 * `unmarked` is what its writer does not want marked in the words as they now are.
 * Refusals: `already-gone`, `not-published`, `too-late`, `edited-often`, `would-be-held`, `suspended`.
 */
export async function editComment(
  site: Site,
  { id, text, unmarked = [] }: { id: string; text: string; unmarked?: readonly Beginning[] },
): Promise<Outcome<Edited>> {
  const html = markdownToHtml(text, 'comment'); // before the transaction: nobody waits for it
  return site.store.write(async (tx) => {
    const row = await lockComment(tx, id);
    const settings = await settingsIn(tx);
    if (!row || (row.state !== 'held' && row.state !== 'published')) return gone();
    const whose = { pseudonymId: row.pseudonym_id, hash: row.address_hash };
    const suspended = await changeSuspended(site, tx, { ...whose, settings });
    const refusal =
      windowRefusal(site, row, settings) ??
      suspended ??
      (await changeRefusal(site, tx, { row, html, settings }));
    if (refusal) return refusal;
    if (row.source === text) {
      if (await changeUnmarked(tx, id, unmarked)) await touchPage(tx, row.article_id);
      return done({ number: row.number, changed: false });
    }
    if ((await countWordings(tx, id)) >= mostEdits) return often();
    await keepWording(site, tx, row);
    await replaceWords(site, tx, { row, text, html, unmarked });
    if (row.state === 'held') await holdChanged(site, tx, { row, html, settings });
    return done({ number: row.number, changed: true });
  });
}

type Row = NonNullable<Awaited<ReturnType<typeof lockComment>>>;

/** Reads a comment and locks its row: a change, a withdrawal and a decision come one after the other. */
async function lockComment(tx: Db, id: string) {
  const comment = await tx
    .updateTable('comments')
    .set((eb) => ({ html_version: eb.ref('html_version') }))
    .where('id', '=', id)
    .returning([
      'id',
      'article_id',
      'state',
      'number',
      'name',
      'url',
      'source',
      'html',
      'in_reply_to',
      'by_staff',
      'salt',
    ])
    .returning(['posted_at', 'pseudonym_id', 'held_for', 'address_hash'])
    .executeTakeFirst();
  if (!comment) return null;
  const article = await tx
    .selectFrom('articles')
    .select(['state as article_state', 'comment_policy'])
    .where('id', '=', comment.article_id)
    .executeTakeFirstOrThrow();
  return { ...comment, ...article };
}

function windowRefusal(site: Site, row: Row, settings: Settings): Refusal | null {
  if (row.article_state !== 'published')
    return refuse('not-published', 'The article is not published now, so its responses cannot be changed.');
  if (editableUntil(row.posted_at, settings) > site.clock.now().toISOString()) return null;
  const minutes = Number(settings['comments.edit-minutes']);
  return refuse(
    'too-late',
    minutes === 0
      ? 'Responses cannot be changed here once they were sent. You can withdraw it and send another.'
      : `A response can be changed within ${minutes} ${minutes === 1 ? 'minute' : 'minutes'} of sending it, and that time is over. You can withdraw it and send another.`,
  );
}

type Replaced = { row: Row; text: string; html: CleanHtml; unmarked: readonly Beginning[] };

async function replaceWords(site: Site, tx: Db, { row, text, html, unmarked }: Replaced): Promise<void> {
  const published = row.state === 'published' && row.number !== null;
  const salt = newSecret(site.random);
  const at = site.clock.now().toISOString();
  await tx
    .updateTable('comments')
    .set({
      ...{ source: text, html, html_version: cleanerVersion, salt },
      words_hash: wordsHash(row.article_id, { name: row.name, text }),
      ...(published ? { edited_at: at } : { release_at: null, release_by: null }),
    })
    .where('id', '=', row.id)
    .execute();
  await forgetMarks(tx, { id: row.id, articleId: row.article_id, number: row.number });
  await keepUnmarked(tx, row.id, unmarked);
  if (!published) return;
  await indexComment(site, tx, { ...row, html });
  await appendEntry(site, tx, {
    ...{ action: 'comment.edit', at },
    by: { role: 'writer', ...(row.pseudonym_id ? { pseudonym: row.pseudonym_id } : {}) },
    subject: { type: 'comment', id: row.id, article: row.article_id, number: row.number ?? 0 },
    visibility: 'public',
    words: { salt, text: commentWords({ ...row, source: text }) },
  });
}

function gone(): Refusal {
  return refuse('already-gone', 'This response is no longer there to be changed.');
}

function often(): Refusal {
  return refuse('edited-often', `A response can be changed ${mostEdits} times: it stands as it last read.`);
}
