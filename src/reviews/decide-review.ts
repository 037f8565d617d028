import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import { lockComment, type Moderator, removeIn, restoreIn } from '../moderation/decide.ts';
import { ownResponseRefusal } from '../moderation/own-response.ts';
import type { Reason } from '../moderation/reason.ts';
import { endSuspensionIn } from '../moderation/suspensions/end-suspension.ts';
import { keepStep, lockCase } from '../notices/keep-step.ts';
import type { Site } from '../site.ts';
import { listAccounts } from '../staff/queries.ts';
import type { Db } from '../store/schema.ts';
import { enterReview } from './ask-review.ts';
import { readReview } from './queries.ts';
import { fitness, mayReview, type Review, type Reviewed, type ReviewOutcome } from './review.ts';
import { askForReviewMail } from './review-mail.ts';
import { reviewedBy } from './reviewed.ts';

/** At most so many characters are said to the asker. */
export const longestSentence = 2_000;

/**
 * What is decided on a review, by somebody of the staff. `reason` is why a response goes that was kept before; nothing
 * else needs one.
 */
export type ReviewDecision = {
  id: string;
  by: Moderator & { staffId: string };
  verdict: 'uphold' | 'reverse';
  sentence: string;
  reason?: Reason;
};

type Deciding = { decision: ReviewDecision; review: Review; about: Reviewed };

/**
 * Decides a review: the first decision stays, or what it took is given back (for a report that was not followed: the
 * response is removed). Refusals: `no-review`, `already-decided`, `moot`, `not-staff`, `not-yours`, `same-moderator`,
 * `own-response`, `no-sentence`, `no-reason`, and those of a decision on a response.
 */
export async function decideReview(
  site: Site,
  decision: ReviewDecision,
): Promise<Outcome<{ outcome: ReviewOutcome }>> {
  return site.store.write(async (tx) => {
    const at = site.clock.now().toISOString();
    const review = await lockReview(tx, { id: decision.id, now: at });
    if (review === null) return refuse('no-review', 'There is no such review.');
    if (review.decidedAt !== null)
      return refuse('already-decided', 'This review was decided already: load the page again to see how.');
    const comment = await lockComment(tx, review.commentId);
    const about = await reviewedBy(tx, { ...review, now: at });
    if (!comment || !about?.stands) return moot;
    const own = await ownResponseRefusal(tx, { id: review.commentId, moderator: decision.by });
    if (own) return own;
    const outcome = await outcomeFor(tx, { decision, review, about });
    if (typeof outcome !== 'string') return outcome;
    const refusal = faultOf(decision, review) ?? (await carryOut(site, tx, { decision, review, about }));
    if (refusal) return refusal;
    const { by, sentence } = decision;
    await tx
      .updateTable('reviews')
      .set({ decided_at: at, outcome, sentence, by_role: by.actor.role, by_staff: by.staffId })
      .where('id', '=', review.id)
      .execute();
    const entry = { action: 'review.decide' as const, by: by.actor, reason: outcome, at };
    await enterReview(site, tx, { ...entry, about, comment });
    await askForReviewMail(site, tx, review);
    return done({ outcome });
  });
}

/** Reads a review and locks its row: of two who decide at once the second is told. */
async function lockReview(tx: Db, { id, now }: { id: string; now: string }): Promise<Review | null> {
  await tx
    .updateTable('reviews')
    .set((eb) => ({ words: eb.ref('words') }))
    .where('id', '=', id)
    .execute();
  return readReview(tx, { id, now });
}

/** Who decides is looked up in the same transaction: an account that was closed meanwhile decides nothing. */
async function outcomeFor(tx: Db, { decision, about }: Deciding): Promise<ReviewOutcome | Refusal> {
  const staff = (await listAccounts(tx)).filter(({ disabledAt }) => disabledAt === null);
  const me = staff.find(({ id }) => id === decision.by.staffId);
  if (!me) return refuse('not-staff', 'This account is closed: it decides nothing any more.');
  if (!mayReview(me, about)) return about.suspension === null ? ofCase : ofLongSuspension;
  const fit = fitness(me, staff, about);
  if (fit === 'unfit')
    return refuse(
      'same-moderator',
      'You decided this the first time: somebody else on the staff has to look at it again.',
    );
  const outcome = decision.verdict === 'uphold' ? 'upheld' : 'reversed';
  return fit === 'same' ? `${outcome}-by-same` : outcome;
}

function faultOf({ sentence, verdict, reason }: ReviewDecision, { subject }: Review): Refusal | null {
  if (sentence.trim() === '')
    return refuse('no-sentence', 'Say why, in a sentence to whoever asked.', 'sentence');
  if ([...sentence].length > longestSentence)
    return refuse(
      'too-long',
      `The sentence is longer than ${longestSentence} characters: shorten it.`,
      'sentence',
    );
  if (subject === 'report' && verdict === 'reverse' && !reason)
    return refuse('no-reason', 'Choose the reason for which the response is removed.', 'reason');
  return null;
}

async function carryOut(site: Site, tx: Db, { decision, review, about }: Deciding): Promise<Refusal | null> {
  if (decision.verdict === 'uphold') return null;
  const id = review.commentId;
  if (review.subject === 'report' && decision.reason) {
    const removal = {
      id,
      moderator: decision.by,
      reason: decision.reason,
      because: { source: 'report' as const },
    };
    const removed = await removeIn(site, tx, removal);
    return removed.ok ? null : removed;
  }
  if (about.suspension !== null) {
    const ended = await endSuspensionIn(site, tx, { id: about.suspension.id, by: decision.by });
    return ended.ok ? null : ended;
  }
  const restored = await restoreIn(site, tx, { id, moderator: decision.by });
  if (!restored.ok) return restored;
  if (about.caseId !== null && (await lockCase(tx, about.caseId)) !== null)
    await keepStep(site, tx, { caseId: about.caseId, kind: 'restored', by: decision.by });
  return null;
}

const ofCase = refuse(
  'not-yours',
  'This was decided in a case: an owner or an editor has to look at it again.',
);
const ofLongSuspension = refuse(
  'not-yours',
  'This suspension lasts longer than a moderator may suspend for: an owner or an editor has to look at it again.',
);
const moot = refuse(
  'moot',
  'There is nothing left to decide: the response or the decision has changed since this was asked. Whoever asked is told so on their page.',
);
