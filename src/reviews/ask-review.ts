import { newId } from '../lib/ids.ts';
import { monthsLater } from '../lib/months-later.ts';
import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import { lockComment } from '../moderation/decide.ts';
import { enterSuspension } from '../moderation/suspensions/suspend-writer.ts';
import { settingsIn } from '../publication/queries.ts';
import { appendEntry } from '../record/append.ts';
import type { Actor, Subject } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { reviewOf } from './queries.ts';
import type { Review, Reviewed } from './review.ts';
import { type ReviewedResponse, reviewedBy } from './reviewed.ts';

/** At most so many characters are said with it. */
export const longestWords = 4_000;

/** `commentId` is the response at whose secret address it was asked: nothing of another one is reached from there. */
export type Asking = Pick<Review, 'subject' | 'subjectId' | 'commentId' | 'askedBy' | 'words'>;

/**
 * Asks for a review, once for each decision. Refusals: `no-decision`, `asked-before`, `too-late`, `moot`, `too-long`.
 */
export async function askReview(site: Site, asking: Asking): Promise<Outcome<{ id: string }>> {
  if ([...asking.words].length > longestWords) return tooLong;
  return site.store.write(async (tx) => {
    const comment = await lockComment(tx, asking.commentId);
    const at = site.clock.now().toISOString();
    const about = await reviewedBy(tx, { ...asking, now: at });
    if (!comment || about?.commentId !== asking.commentId) return noDecision;
    const refusal = (await refusalOf(tx, { asking, about, now: at })) ?? null;
    if (refusal) return refusal;
    const id = newId(site.clock, site.random);
    await tx
      .insertInto('reviews')
      .values({
        ...{ id, subject: asking.subject, subject_id: asking.subjectId, comment_id: asking.commentId },
        ...{ asked_by: asking.askedBy, words: asking.words, asked_at: at },
        ...{ decided_at: null, outcome: null, sentence: null, by_role: null, by_staff: null },
      })
      .execute();
    const entry = { action: 'review.ask' as const, by: askerOf(asking, comment), reason: null, at };
    await enterReview(site, tx, { ...entry, about, comment });
    return done({ id });
  });
}

async function refusalOf(
  tx: Db,
  { asking, about, now }: { asking: Asking; about: Reviewed; now: string },
): Promise<Refusal | null> {
  if ((await reviewOf(tx, { ...asking, now })) !== null) return askedBefore;
  if (asking.subject === 'report' && (await anotherAsked(tx, asking.subjectId))) return askedByAnother;
  if (!about.stands) return moot;
  const until = monthsLater(about.toldAt, Number((await settingsIn(tx))['reviews.months']));
  return until < now ? tooLate : null;
}

/** Reports that were settled together are looked at again once, however many sent them. */
async function anotherAsked(tx: Db, reportId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('reports')
    .innerJoin('reports as others', 'others.item_id', 'reports.item_id')
    .innerJoin('reviews', 'reviews.subject_id', 'others.id')
    .select('reviews.id')
    .where('reports.id', '=', reportId)
    .where('reviews.subject', '=', 'report')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

type Entered = {
  action: 'review.ask' | 'review.decide';
  by: Actor;
  reason: string | null;
  at: string;
  about: ReviewedResponse;
  comment: { article_id: string; number: number | null };
};

/** The line of the record about a review: under the response, or as the suspension’s own lines are. */
export async function enterReview(site: Site, tx: Db, { about, comment, ...entry }: Entered): Promise<void> {
  const { suspension, commentId: id } = about;
  if (suspension !== null) return enterSuspension(site, tx, { ...entry, suspension });
  const { article_id: article, number } = comment;
  const subject: Subject = { type: 'comment', id, article, ...(number === null ? {} : { number }) };
  await appendEntry(site, tx, { ...entry, subject, visibility: 'public' });
}

function askerOf({ askedBy }: Asking, { pseudonym_id }: { pseudonym_id: string | null }): Actor {
  if (askedBy === 'reporter') return { role: 'reporter' };
  return { role: 'writer', ...(pseudonym_id === null ? {} : { pseudonym: pseudonym_id }) };
}

const noDecision = refuse('no-decision', 'There is no such decision to look at again.');
const askedBefore = refuse(
  'asked-before',
  'A review of this was asked for already. It can be asked for once; what came of it stands on this page.',
);
const askedByAnother = refuse(
  'asked-before',
  'Somebody else who reported this response asked for a review already. It is looked at again once for all who reported it.',
);
const tooLate = refuse(
  'too-late',
  'The time in which a review can be asked for is over. You may still write to us, or go to court.',
);
const moot = refuse(
  'moot',
  'There is nothing left to decide: what was decided has changed since. Load the page again to see how it stands.',
);
const tooLong = refuse(
  'too-long',
  `What you say is longer than ${longestWords.toLocaleString('en-GB')} characters: shorten it.`,
  'words',
);
