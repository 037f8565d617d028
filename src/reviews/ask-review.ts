import { newId } from '../lib/ids.ts';
import { monthsLater } from '../lib/months-later.ts';
import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import { lockComment } from '../moderation/decide.ts';
import { settingsIn } from '../publication/queries.ts';
import { appendEntry } from '../record/append.ts';
import type { Actor, Subject } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { reviewOf } from './queries.ts';
import type { Review, Reviewed } from './review.ts';
import { reviewedBy } from './reviewed.ts';

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
    const about = await reviewedBy(tx, asking);
    if (!comment || about?.commentId !== asking.commentId) return noDecision;
    const refusal = (await refusalOf(site, tx, { asking, about })) ?? null;
    if (refusal) return refusal;
    const at = site.clock.now().toISOString();
    const id = newId(site.clock, site.random);
    await tx
      .insertInto('reviews')
      .values({
        ...{ id, subject: asking.subject, subject_id: asking.subjectId, comment_id: asking.commentId },
        ...{ asked_by: asking.askedBy, words: asking.words, asked_at: at },
        ...{ decided_at: null, outcome: null, sentence: null, by_role: null, by_staff: null },
      })
      .execute();
    await appendEntry(site, tx, {
      ...{ action: 'review.ask', by: askerOf(asking, comment), at, visibility: 'public' },
      subject: subjectOf(asking.commentId, comment),
    });
    return done({ id });
  });
}

async function refusalOf(
  site: Site,
  tx: Db,
  { asking, about }: { asking: Asking; about: Reviewed },
): Promise<Refusal | null> {
  if ((await reviewOf(tx, asking)) !== null) return askedBefore;
  if (!about.stands) return moot;
  const until = monthsLater(about.toldAt, Number((await settingsIn(tx))['reviews.months']));
  return until < site.clock.now().toISOString() ? tooLate : null;
}

/** What an entry about the review of a decision on a response names. */
export function subjectOf(
  id: string,
  { article_id: article, number }: { article_id: string; number: number | null },
): Subject {
  return { type: 'comment', id, article, ...(number === null ? {} : { number }) };
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
