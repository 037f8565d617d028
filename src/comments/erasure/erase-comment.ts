import { nativeOrigins } from '../../articles/article.ts';
import { importedWords } from '../../articles/keep-revision.ts';
import { newId, newSecret } from '../../lib/ids.ts';
import { keepArchiveNames } from '../../pseudonyms/archive-names.ts';
import { appendEntry } from '../../record/append.ts';
import { type Actor, commit } from '../../record/entry.ts';
import type { Site } from '../../site.ts';
import type { CommentState, Db, Schema } from '../../store/schema.ts';
import { commentWords, wordsHash } from '../comment.ts';
import { dropWordings } from '../edits/keep-wording.ts';
import { dropFindings } from '../filters/findings.ts';
import { forgetMarks } from '../forget-marks.ts';
import { indexComment } from '../numbering.ts';
import { dropNotes } from '../people/staff-notes.ts';
import { dropReportTexts } from '../reports/forget-reporters.ts';
import { settleReports } from '../reports/settle-reports.ts';
import { forgetSubscribers } from '../tell-subscribers.ts';
import { askToScrub } from './scrub.ts';

/** Who erases, and why: a code for the record, and its sentence for the tombstone. */
export type Erasing = {
  by: { actor: Actor; staffId: string | null };
  reason: { code: string; label: string } | null;
};

const nothing = { name: '', url: null, email: null, source: '', html: '', salt: '', words_hash: '' };

/**
 * Erases a comment for good, inside the caller's transaction: words, earlier words, name, addresses, what was said to
 * its writer, and by the salt what the record's commitment tells. A number leaves a tombstone. Answers false where
 * nothing is left to erase.
 */
export async function eraseWords(site: Site, tx: Db, how: Taking): Promise<boolean> {
  const gone = await takeWords(site, tx, how);
  if (gone) await enterGone(site, tx, [gone]);
  return gone !== null;
}

/**
 * Takes the name and the addresses off a comment and leaves its words. The record commits to what is left; the
 * earlier wordings, which bear the name, go. Answers false where it bears none.
 */
export async function eraseName(site: Site, tx: Db, how: { id: string; erasing: Erasing }): Promise<boolean> {
  const gone = await takeName(site, tx, how);
  if (gone) await enterGone(site, tx, [gone]);
  return gone !== null;
}

type Taking = { id: string; state: 'withdrawn' | 'erased'; erasing: Erasing };

/** The row that something was taken from, and what its line in the record says. */
export type Gone = {
  row: { id: string; article_id: string; origin: string; number: number | null };
  action: 'comment.withdraw' | 'comment.erase' | 'comment.unname';
  erasing: Erasing;
  words: { salt: string; text: string } | null;
};

/** The first half of `eraseWords`, for many: `enterGone` has to follow in the same transaction. */
export async function takeWords(site: Site, tx: Db, { id, state, erasing }: Taking): Promise<Gone | null> {
  const from: CommentState[] =
    state === 'withdrawn' ? ['held', 'published'] : ['held', 'published', 'removed', 'refused'];
  const row = await tx
    .updateTable('comments')
    .set({
      ...{ ...nothing, state, release_at: null, release_by: null, edited_at: null, address_hash: null },
      ...{ pseudonym_id: null, archive_writer: null },
    })
    .where('id', '=', id)
    .where('state', 'in', from)
    .returning(['id', 'number', 'article_id', 'origin'])
    .executeTakeFirst();
  if (!row) return null;
  await forgetTraces(site, tx, id);
  await settleReports(site, tx, { commentId: id, outcome: 'gone', by: erasing.by });
  await forgetMarks(tx, { id, articleId: row.article_id, number: row.number });
  await keepDecision(site, tx, { id, kind: state === 'withdrawn' ? 'withdraw' : 'erase', erasing });
  const action = state === 'withdrawn' ? 'comment.withdraw' : 'comment.erase';
  return { row, action, erasing, words: null };
}

/** The first half of `eraseName`, for many: `enterGone` has to follow in the same transaction. */
export async function takeName(
  site: Site,
  tx: Db,
  { id, erasing }: { id: string; erasing: Erasing },
): Promise<Gone | null> {
  const salt = newSecret(site.random);
  const row = await tx
    .updateTable('comments')
    .set({
      ...{ name: '', url: null, email: null, address_hash: null, salt },
      ...{ pseudonym_id: null, archive_writer: null },
      unnamed_at: site.clock.now().toISOString(),
    })
    .where('id', '=', id)
    .where('state', 'in', ['held', 'published', 'removed', 'refused'])
    .where('unnamed_at', 'is', null)
    .returning(['id', 'number', 'article_id', 'origin', 'state', 'name', 'url'])
    .returning(['source', 'html', 'in_reply_to', 'by_staff'])
    .executeTakeFirst();
  if (!row) return null;
  await forgetTraces(site, tx, id);
  const words_hash = wordsHash(row.article_id, { name: '', text: row.source });
  await tx.updateTable('comments').set({ words_hash }).where('id', '=', id).execute();
  if (row.state === 'published') await indexComment(site, tx, row);
  await keepDecision(site, tx, { id, kind: 'unname', erasing });
  return { row, action: 'comment.unname', erasing, words: { salt, text: commentWords(row) } };
}

/** What else knows the words or the name. */
async function forgetTraces(site: Site, tx: Db, id: string): Promise<void> {
  await dropWordings(tx, id);
  await dropNotes(tx, id);
  await dropFindings(tx, id);
  await dropReportTexts(tx, id);
  await site.store.search.drop(tx, id);
  await forgetSubscribers(tx, id);
  await tx.deleteFrom('sent_requests').where('made_id', '=', id).execute();
  await tx.updateTable('comment_decisions').set({ reason_text: null }).where('comment_id', '=', id).execute();
  await tx.updateTable('reviews').set({ words: '', sentence: null }).where('comment_id', '=', id).execute();
  await tx.updateTable('suspensions').set({ reason_text: null }).where('comment_id', '=', id).execute();
  await askToScrub(site, tx);
}

type Kind = Schema['comment_decisions']['kind'];

async function keepDecision(
  site: Site,
  tx: Db,
  { id, kind, erasing }: { id: string; kind: Kind; erasing: Erasing },
): Promise<void> {
  const { by, reason } = erasing;
  await tx
    .insertInto('comment_decisions')
    .values({
      ...{ id: newId(site.clock, site.random), comment_id: id, kind, at: site.clock.now().toISOString() },
      ...{ by_role: by.actor.role, by_staff: by.staffId },
      ...{ reason_code: reason?.code ?? null, reason_label: reason?.label ?? null },
    })
    .execute();
}

/**
 * Enters in the record what was taken, and keeps anew what hangs on all responses of an archive's page: once for each
 * article, however many were its.
 */
export async function enterGone(site: Site, tx: Db, all: readonly Gone[]): Promise<void> {
  const rests = new Map<string, Commitment | null>();
  const drafts = new Set<string>();
  for (const articleId of new Set(all.map(({ row }) => row.article_id))) {
    if (await isDraft(tx, articleId)) drafts.add(articleId);
    if (!all.some(({ row }) => row.article_id === articleId && isArchives(row))) continue;
    await keepArchiveNames(tx, articleId);
    if (!drafts.has(articleId)) rests.set(articleId, await restOfPage(tx, articleId));
  }
  for (const { row, action, erasing, words } of all) {
    const { id, article_id: article, number } = row;
    if (drafts.has(article)) continue; // nobody has seen it: its import will commit to what is left
    const shown = number !== null;
    await appendEntry(site, tx, {
      ...{ action, by: erasing.by.actor, reason: erasing.reason?.code ?? null },
      visibility: shown ? 'public' : 'private',
      subject: { type: 'comment', id, article, ...(shown ? { number } : {}) },
      words: isArchives(row) ? (rests.get(article) ?? null) : words,
    });
  }
}

const isArchives = ({ origin }: Gone['row']) => !nativeOrigins.includes(origin);

async function isDraft(tx: Db, articleId: string): Promise<boolean> {
  const row = await tx.selectFrom('articles').select('state').where('id', '=', articleId).executeTakeFirst();
  return row?.state === 'draft';
}

type Commitment = { commitment: string };

/** An import's one commitment holds for its responses too: the entry commits to what is left of them all. */
async function restOfPage(tx: Db, articleId: string): Promise<Commitment | null> {
  const first = await tx
    .selectFrom('article_revisions')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('number')
    .executeTakeFirst();
  if (!first) return null;
  return { commitment: commit(first.salt, await importedWords(tx, articleId, first)) };
}
