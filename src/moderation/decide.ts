import { forgetIndex } from '../comments/forget-marks.ts';
import { indexComment, publishComment } from '../comments/numbering.ts';
import { settleReports } from '../comments/reports/settle-reports.ts';
import { newId } from '../lib/ids.ts';
import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import { bindName } from '../pseudonyms/hold-name.ts';
import { appendEntry } from '../record/append.ts';
import type { Action, Actor, Subject } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { CommentState, Db, Schema } from '../store/schema.ts';
import { keepLate } from './late-decision.ts';
import { isWithheldByReports, restoreRefusal } from './may-restore.ts';
import { ownResponseRefusal } from './own-response.ts';
import type { Reason } from './reason.ts';
import { askForReasonsMail } from './statements/reasons-mail.ts';
import { isRestriction } from './statements/statement.ts';

/** Who decides. */
export type Moderator = { actor: Actor; staffId: string | null };
/** What led to a decision: a report of readers, or the notice of a case. Nothing where staff found it by themselves. */
export type Because = { source: 'report' } | { source: 'notice'; caseId: string };
type Decision = { id: string; moderator: Moderator; because?: Because };
type Decided = { number: number | null; state: CommentState };
type Row = {
  state: CommentState;
  number: number | null;
  article_id: string;
  name: string;
  html: string;
  pseudonym_id: string | null;
  withheld_at: string | null;
};

/**
 * Releases a held comment at once: it is published with the next number, and its writer is known from now on.
 * Refusals: `no-comment`, `already-decided`, `name-taken`.
 */
export async function releaseComment(site: Site, { id, moderator }: Decision): Promise<Outcome<Decided>> {
  return site.store.write((tx) => releaseIn(site, tx, { id, moderator }));
}

/** The same inside a transaction of the caller's: for the job that ends the time in which a release can be undone. */
export async function releaseIn(site: Site, tx: Db, { id, moderator }: Decision): Promise<Outcome<Decided>> {
  const comment = await lockComment(tx, id);
  if (!comment) return noComment();
  if (comment.state !== 'held') return alreadyDecided(comment.state);
  const bound = await bindFor(site, tx, comment);
  if (!bound.ok) return bound;
  const { number } = await publishComment(site, tx, { id, by: moderator.actor });
  if (comment.pseudonym_id !== null) await trustWriter(site, tx, comment.pseudonym_id);
  await keepDecision(site, tx, { id, moderator, kind: 'release' });
  return done({ number, state: 'published' });
}

/**
 * Removes a comment at once. A published or withheld one becomes a tombstone with its number; a held one is refused and
 * never gets a number. What readers reported of it is settled with it. Refusals: `no-comment`, `already-decided`,
 * `own-response`.
 */
export async function removeComment(site: Site, removal: Removal): Promise<Outcome<Decided>> {
  return site.store.write((tx) => removeIn(site, tx, removal));
}

type Removal = Decision & { reason: Reason };

/** The same inside a transaction of the caller’s. */
export async function removeIn(
  site: Site,
  tx: Db,
  { id, moderator, reason, because }: Removal,
): Promise<Outcome<Decided>> {
  const comment = await lockComment(tx, id);
  if (!comment) return noComment();
  const own = await ownResponseRefusal(tx, { id, moderator });
  if (own) return own;
  const held = comment.state === 'held';
  const shown = comment.state === 'published' || isWithheld(comment);
  if (!shown || (await isKeepPressed(tx, id)))
    await keepLate(site, tx, { id, staffId: moderator.staffId, wanted: 'remove' });
  if (!held && !shown) return alreadyDecided(comment.state);
  const state = held ? 'refused' : 'removed';
  await tx
    .updateTable('comments')
    .set({ state, release_at: null, release_by: null, withheld_at: null })
    .where('id', '=', id)
    .execute();
  await site.store.search.drop(tx, id);
  const settled = await settleReports(site, tx, {
    ...{ commentId: id, outcome: 'removed', reason: reason.label, by: moderator },
  });
  const source = because ?? (settled ? ({ source: 'report' } as const) : undefined);
  await keepDecision(site, tx, {
    ...{ id, moderator, kind: held ? 'refuse' : 'remove', reason },
    ...(source && { because: source }),
  });
  if (because?.source === 'notice') await enterNotice(site, tx, { id, comment, moderator });
  const action = held ? 'comment.refuse' : 'comment.remove';
  await enter(site, tx, { id, comment, moderator, reason, action });
  return done({ number: comment.number, state });
}

/**
 * Withholds a published comment while a complaint is considered, inside the caller’s transaction: to readers it is gone
 * as one that was removed, and says so in other words. Restoring undoes it. What readers’ reports withhold stays so, and
 * is the complaint’s from then on: that the reports are settled brings it back no more. Refusals: `no-comment`,
 * `already-decided`.
 */
export async function withholdIn(
  site: Site,
  tx: Db,
  { id, moderator, because }: Decision,
): Promise<Outcome<Decided>> {
  const comment = await lockComment(tx, id);
  if (!comment) return noComment();
  if (because && isWithheld(comment) && (await isWithheldByReports(tx, id))) await takeFromReports(tx, id);
  else if (comment.state !== 'published') return alreadyDecided(comment.state);
  await tx
    .updateTable('comments')
    .set({ state: 'removed', withheld_at: site.clock.now().toISOString() })
    .where('id', '=', id)
    .execute();
  await site.store.search.drop(tx, id);
  await keepDecision(site, tx, { id, moderator, kind: 'withhold', ...(because && { because }) });
  await enter(site, tx, { id, comment, moderator, reason: null, action: 'comment.withhold' });
  return done({ number: comment.number, state: 'removed' });
}

async function takeFromReports(tx: Db, id: string): Promise<void> {
  await tx
    .updateTable('report_items')
    .set({ withheld_at: null })
    .where('comment_id', '=', id)
    .where('closed_at', 'is', null)
    .execute();
}

const isWithheld = ({ state, withheld_at }: Row) => state === 'removed' && withheld_at !== null;

/**
 * Brings a removed or withheld comment back with its number and its words; one refused while it was held is published
 * with the next number. Refusals: `no-comment`, `already-decided`, `name-taken`, `own-response`, `for-case`.
 */
export async function restoreComment(site: Site, decision: Decision): Promise<Outcome<Decided>> {
  return site.store.write(
    async (tx) => (await restoreRefusal(tx, decision)) ?? restoreIn(site, tx, decision),
  );
}

/** The same inside a transaction of the caller’s. */
export async function restoreIn(site: Site, tx: Db, { id, moderator }: Decision): Promise<Outcome<Decided>> {
  const comment = await lockComment(tx, id);
  if (!comment) return noComment();
  if (comment.state === 'refused') {
    const bound = await bindFor(site, tx, comment);
    if (!bound.ok) return bound;
    const { number } = await publishComment(site, tx, { id, by: moderator.actor });
    await keepDecision(site, tx, { id, moderator, kind: 'restore' });
    return done({ number, state: 'published' });
  }
  if (comment.state !== 'removed') return alreadyDecided(comment.state);
  await tx
    .updateTable('comments')
    .set({ state: 'published', withheld_at: null })
    .where('id', '=', id)
    .execute();
  await indexComment(site, tx, { id, ...comment });
  await keepDecision(site, tx, { id, moderator, kind: 'restore' });
  await enter(site, tx, { id, comment, moderator, reason: null, action: 'comment.restore' });
  return done({ number: comment.number, state: 'published' });
}

async function isKeepPressed(tx: Db, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('report_items')
    .select('id')
    .where('comment_id', '=', id)
    .where('closed_at', 'is', null)
    .where('keep_at', 'is not', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** What waited may have outlasted the reservation of its name. */
async function bindFor(site: Site, tx: Db, { pseudonym_id }: Row): Promise<Outcome<null>> {
  return pseudonym_id === null ? done(null) : bindName(site, tx, pseudonym_id);
}

/** Reads a comment and locks its row: two moderators decide one after the other. */
export async function lockComment(tx: Db, id: string): Promise<Row | undefined> {
  return tx
    .updateTable('comments')
    .set((eb) => ({ html_version: eb.ref('html_version') }))
    .where('id', '=', id)
    .returning(['state', 'number', 'article_id', 'name', 'html', 'pseudonym_id', 'withheld_at'])
    .executeTakeFirst();
}

async function trustWriter(site: Site, tx: Db, pseudonymId: string): Promise<void> {
  await tx
    .updateTable('pseudonyms')
    .set({ trusted_at: site.clock.now().toISOString() })
    .where('id', '=', pseudonymId)
    .where('trusted_at', 'is', null)
    .execute();
}

type Kept = Decision & { kind: Schema['comment_decisions']['kind']; reason?: Reason };

async function keepDecision(
  site: Site,
  tx: Db,
  { id, moderator, kind, reason, because }: Kept,
): Promise<void> {
  const decisionId = newId(site.clock, site.random);
  await tx
    .insertInto('comment_decisions')
    .values({
      id: decisionId,
      comment_id: id,
      kind,
      at: site.clock.now().toISOString(),
      by_role: moderator.actor.role,
      by_staff: moderator.staffId,
      reason_code: reason?.code ?? null,
      reason_label: reason?.label ?? null,
      reason_text: reason?.sentence ?? null,
      source: because?.source ?? null,
      case_id: because && 'caseId' in because ? because.caseId : null,
    })
    .execute();
  if (isRestriction(kind)) await askForReasonsMail(site, tx, { about: 'statement', id: decisionId });
}

type Entered = Decision & { comment: Row; reason: Reason | null; action: Action };

/** Nothing is quoted of words from the moment they are gone. */
async function enter(site: Site, tx: Db, { id, comment, moderator, reason, action }: Entered): Promise<void> {
  if (comment.number !== null) await forgetIndex(tx, comment.article_id);
  await appendEntry(site, tx, {
    action,
    by: moderator.actor,
    subject: subjectOf(id, comment),
    reason: reason?.code ?? null,
    visibility: 'public',
  });
}

/** That a complaint led to the decision which is entered next, for the publication’s own report: privately, without its case. */
async function enterNotice(
  site: Site,
  tx: Db,
  { id, comment, moderator }: Pick<Entered, 'id' | 'comment' | 'moderator'>,
): Promise<void> {
  await appendEntry(site, tx, {
    ...{ action: 'comment.notice', by: moderator.actor, subject: subjectOf(id, comment) },
    ...{ reason: null, visibility: 'private' },
  });
}

function subjectOf(id: string, { article_id, number }: Row): Subject {
  return { type: 'comment', id, article: article_id, ...(number === null ? {} : { number }) };
}

function noComment(): Refusal {
  return refuse('no-comment', 'There is no such response.');
}

function alreadyDecided(state: CommentState): Refusal {
  const words: Record<CommentState, string> = {
    held: 'it is held',
    published: 'it is published',
    removed: 'it has been removed',
    withdrawn: 'its writer has withdrawn it',
    refused: 'it was refused while it was held',
    erased: 'its words have been erased',
  };
  return refuse('already-decided', `This was decided already: ${words[state]}.`);
}
