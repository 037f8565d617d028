import { newId, newSecret } from '../lib/ids.ts';
import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import { appendEntry } from '../record/append.ts';
import type { Action } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { articleWords } from './article.ts';
import type { Editor } from './keep-revision.ts';
import { lockArticle, noArticle } from './lock-article.ts';
import { isOwn, openMark, wordsHash } from './unread.ts';

const longest = 2000;
type Why = { id: string; reason: string };

/**
 * Marks an article as a legal risk: from then on nobody who wrote it publishes it alone. Refusals: `no-article`,
 * `already-decided`, `no-reason`, `long-reason`.
 */
export async function markRisk(
  site: Site,
  editor: Editor,
  { id, reason }: Why,
): Promise<Outcome<{ id: string }>> {
  const bad = checkReason(reason, 'risk');
  if (bad) return bad;
  return site.store.write(async (tx) => {
    if (!(await lockArticle(tx, id))) return noArticle();
    if (await openMark(tx, id)) return decided();
    const at = site.clock.now().toISOString();
    const mark = { id: newId(site.clock, site.random), article_id: id, set_at: at };
    await tx
      .insertInto('article_risk_marks')
      .values({ ...mark, set_by: editor.staffId, reason: reason.trim() })
      .execute();
    await enter(site, tx, { id, editor, action: 'article.mark-risk' });
    return done({ id });
  });
}

/** Takes the mark off: not by whoever wrote the article. Refusals: as of `markRisk`, and `own-article`. */
export async function unmarkRisk(
  site: Site,
  editor: Editor,
  { id, reason }: Why,
): Promise<Outcome<{ id: string }>> {
  const bad = checkReason(reason, 'risk-off');
  if (bad) return bad;
  return site.store.write(async (tx) => {
    if (!(await lockArticle(tx, id))) return noArticle();
    if (await isOwn(tx, id, editor)) return ownArticle('take the mark off');
    const off = { off_at: site.clock.now().toISOString(), off_by: editor.staffId, off_reason: reason.trim() };
    const taken = await tx
      .updateTable('article_risk_marks')
      .set(off)
      .where('article_id', '=', id)
      .where('off_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!taken) return decided();
    await enter(site, tx, { id, editor, action: 'article.unmark-risk' });
    return done({ id });
  });
}

/**
 * “I have read this version”: by a member of staff who wrote none of it, of exactly the words that they saw. Refusals:
 * `no-article`, `own-article`, `stale` (the words have changed since).
 */
export async function readVersion(
  site: Site,
  editor: Editor,
  { id, seen }: { id: string; seen: string },
): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    if (!(await lockArticle(tx, id))) return noArticle();
    const { staffId } = editor;
    if (staffId === null || (await isOwn(tx, id, editor))) return ownArticle('be its second reader');
    const words = await wordsHash(tx, id);
    if (words !== seen)
      return refuse('stale', 'The words have changed since you opened this page: read them again.');
    const at = site.clock.now().toISOString();
    const reading = { article_id: id, staff_id: staffId, words_hash: words, at };
    const isNew = await tx
      .insertInto('article_readings')
      .values(reading)
      .onConflict((conflict) => conflict.doNothing())
      .returning('at')
      .executeTakeFirst();
    if (isNew) await enter(site, tx, { id, editor, action: 'article.second-reading' });
    return done({ id });
  });
}

/**
 * An owner lets the article appear without a second reader, for a reason that is logged: as it now reads, or, of a
 * published one, its next change. Refusals: `no-article`, `no-reason`, `long-reason`, `stale`.
 */
export async function overrideReader(
  site: Site,
  editor: Editor,
  { id, reason, seen }: Why & { seen: string },
): Promise<Outcome<{ id: string }>> {
  const bad = checkReason(reason, 'override');
  if (bad) return bad;
  return site.store.write(async (tx) => {
    const article = await lockArticle(tx, id);
    if (!article) return noArticle();
    const words = await wordsHash(tx, id);
    if (words !== seen)
      return refuse('stale', 'The words have changed since you opened this page: read them again.');
    const kept = { reason: reason.trim(), salt: newSecret(site.random) };
    const row = { id: newId(site.clock, site.random), article_id: id, at: site.clock.now().toISOString() };
    const about = { by_staff: editor.staffId, words_hash: article.state === 'published' ? null : words };
    await tx
      .insertInto('article_overrides')
      .values({ ...row, ...kept, ...about })
      .execute();
    await appendEntry(site, tx, {
      ...entryOf({ id, editor, action: 'article.override-reader' }),
      reason: 'override',
      words: { salt: kept.salt, text: kept.reason },
    });
    return done({ id });
  });
}

function checkReason(reason: string, field: string): Refusal | null {
  if (reason.trim() === '') return refuse('no-reason', 'Say why: it is kept for whoever asks later.', field);
  return reason.length > longest
    ? refuse(
        'long-reason',
        `The reason is longer than ${longest.toLocaleString('en-GB')} characters: shorten it.`,
        field,
      )
    : null;
}

function decided(): Refusal {
  return refuse('already-decided', 'Somebody else did that already: look at the page again.');
}

function ownArticle(what: string): Refusal {
  return refuse('own-article', `You have written some of this article: somebody else must ${what}.`);
}

type Act = { id: string; editor: Editor; action: Action };

async function enter(site: Site, tx: Db, { id, editor, action }: Act): Promise<void> {
  const article = await tx
    .selectFrom('articles')
    .select(['title', 'standfirst', 'source', 'salt'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const words = { salt: article.salt, text: articleWords(article) };
  await appendEntry(site, tx, { ...entryOf({ id, editor, action }), words });
}

/** For staff alone, with who it was: the record's own answer to who read what, and when. */
function entryOf({ id, editor, action }: Act) {
  const subject =
    editor.staffId === null
      ? ({ type: 'article', id } as const)
      : ({ type: 'staff', id: editor.staffId, article: id } as const);
  return { action, by: editor.actor, subject, visibility: 'private' as const };
}
