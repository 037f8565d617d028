import { newId } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { type Because, removeIn, restoreIn, withholdIn } from '../moderation/decide.ts';
import type { Reason } from '../moderation/reason.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { keepStep, lockCase, type StepActor } from './keep-step.ts';

type Act = { id: string; by: StepActor };

/**
 * Withholds the response that a case is about, at once, and freezes its words as they are for the case; one that readers’
 * reports withhold already is withheld for the case from then on. Refusals: `no-case`, `no-response`, and those of a decision on a response.
 */
export async function withholdNow(site: Site, { id, by }: Act): Promise<Outcome<{ commentId: string }>> {
  return onResponse(site, { id, by }, async (tx, commentId) => {
    const withheld = await withholdIn(site, tx, { id: commentId, moderator: by, because: noticeOf(id) });
    if (!withheld.ok) return withheld;
    await freeze(site, tx, { caseId: id, commentId });
    await keepStep(site, tx, { caseId: id, kind: 'withheld', by });
    return done({ commentId });
  });
}

/** Shows the response of a case again. The frozen words stay with the case. Refusals as above. */
export async function putBack(site: Site, { id, by }: Act): Promise<Outcome<{ commentId: string }>> {
  return onResponse(site, { id, by }, async (tx, commentId) => {
    const restored = await restoreIn(site, tx, { id: commentId, moderator: by });
    if (!restored.ok) return restored;
    await keepStep(site, tx, { caseId: id, kind: 'restored', by });
    return done({ commentId });
  });
}

/** Removes the response of a case, which may be withheld; its words are frozen if they are not yet. Refusals as above. */
export async function removeForCase(site: Site, { id, by }: Act): Promise<Outcome<{ commentId: string }>> {
  return onResponse(site, { id, by }, async (tx, commentId) => {
    const removal = { id: commentId, moderator: by, reason: legal, because: noticeOf(id) };
    const removed = await removeIn(site, tx, removal);
    if (!removed.ok) return removed;
    await freeze(site, tx, { caseId: id, commentId });
    await keepStep(site, tx, { caseId: id, kind: 'removed', by });
    return done({ commentId });
  });
}

/** What led to a decision in a case: never who sent the notice. */
export const noticeOf = (caseId: string): Because => ({ source: 'notice', caseId });

/** Why a response is removed for a case. */
export const legal: Reason = { code: 'legal', label: 'For a legal reason', sentence: null };

async function onResponse(
  site: Site,
  { id }: Act,
  act: (tx: Db, commentId: string) => Promise<Outcome<{ commentId: string }>>,
): Promise<Outcome<{ commentId: string }>> {
  return site.store.write(async (tx) => {
    const found = await lockCase(tx, id);
    if (found === null) return refuse('no-case', 'There is no such case.');
    if (found.commentId === null)
      return refuse('no-response', 'This case is about no response: decide on the article at its own page.');
    return act(tx, found.commentId);
  });
}

/** Keeps the words of a response for a case, once for each wording: what was withheld, shown, changed by its writer and withheld again stands there twice. */
export async function freeze(
  site: Site,
  tx: Db,
  { caseId, commentId }: { caseId: string; commentId: string },
): Promise<void> {
  const row = await tx
    .selectFrom('comments')
    .select(['name', 'url', 'source', 'html', 'in_reply_to', 'posted_at', 'edited_at', 'address_hash'])
    .where('id', '=', commentId)
    .executeTakeFirstOrThrow();
  if (row.source === '') return; // its words are gone: what is kept are those of before
  const last = await tx
    .selectFrom('case_evidence')
    .select(['name', 'source', 'edited_at'])
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (last && last.name === row.name && last.source === row.source && last.edited_at === row.edited_at)
    return;
  const at = site.clock.now().toISOString();
  const of = { id: newId(site.clock, site.random), case_id: caseId, comment_id: commentId };
  await tx
    .insertInto('case_evidence')
    .values({ ...of, ...row, at })
    .execute();
}
