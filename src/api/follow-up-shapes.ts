import * as z from 'zod';
import { replies, sourceClasses } from '../articles/attributions/attribution.ts';
import { outcomes } from '../articles/claims/claim.ts';
import { correctionKinds } from '../articles/corrections/correction.ts';
import { stages } from '../staff/permissions.ts';
import { claimShape, closingShape, correctionShape, namedShapes, words } from './shapes.ts';
import { staffArticleShape } from './staff-shapes.ts';

const seen = 'The version must be a whole number: the one that you read.';
const version = z
  .int(seen)
  .min(0, seen)
  .max(999_999, seen)
  .describe('The one that you read: another by then is 409.');
const list = (what: string) => `The ${what} must be a list.`;
const among = (what: string, all: readonly string[]) => `The ${what} must be one of ${all.join(', ')}.`;
const noRevision = 'The revision must be the number of a version, or null.';

/** What is said of an article after it was published. What the words must be is `correctionInput`’s to say. */
export const newCorrectionShape = z.strictObject({
  kind: z.enum(correctionKinds, among('kind', correctionKinds)),
  was: words('was').nullish().describe('What it said; a correction needs it.'),
  now: words('now').describe('What is right, or what is added.'),
  why: words('why'),
  prominence: z
    .enum(['top', 'foot'], among('prominence', ['top', 'foot']))
    .nullish()
    .describe('`top` if left out.'),
  revision: z
    .int(noRevision)
    .min(1, noRevision)
    .max(999_999, noRevision)
    .nullish()
    .describe('The version of the article in which it was mended.'),
});
export const changedCorrectionShape = newCorrectionShape.extend({ version });
export const correctionWithdrawalShape = z.strictObject({ version, why: words('why') });
export const correctionsShape = z.object({ items: z.array(correctionShape), next: z.null() });

/** A passage that says what will happen by a day. */
export const newClaimShape = z.strictObject({
  passage: words('passage').describe('Words of the saved text.'),
  claim: words('claim').nullish().describe('The same in plain words, where they say it better.'),
  due: words('due').describe('`YYYY-MM-DD`, by the publication’s clocks.'),
});
export const changedClaimShape = newClaimShape.extend({ version });
export const claimsShape = z.object({ items: z.array(claimShape), next: z.null() });

/** What an article says came of an earlier one’s claim. */
export const newClosingShape = z.strictObject({
  outcome: z.enum(outcomes, among('outcome', outcomes)),
  sentence: words('sentence'),
  date: words('date').describe('The day on which it was known, `YYYY-MM-DD`.'),
});
export const closingsShape = z.object({ items: z.array(closingShape), next: z.null() });

const counted = 'The count must be a whole number from 1 to 999.';

/** How an article’s author knows. No field leads to a source. */
export const newAttributionShape = z.strictObject({
  version: version.describe('The one that you read, 0 where nothing is said: another by then is 409.'),
  sources: z.array(
    z.strictObject({
      class: z.enum(sourceClasses, among('class', sourceClasses)),
      count: z.int(counted).min(1, counted).max(999, counted),
      note: words('note').nullish(),
    }),
    list('sources'),
  ),
  replies: z.array(
    z.strictObject({
      named: words('named').describe('A name that stands in the saved text.'),
      came: z.enum(replies, among('came', replies)),
      asked: words('asked').nullish().describe('When it was asked, in words.'),
    }),
    list('replies'),
  ),
});

export const reviewRequestShape = z.strictObject({
  note: words('note').nullish().describe('What its reader should look at.'),
});
export const reviewAnswerShape = z.strictObject({
  review: words('review').describe('The id of the review that is answered, as `review.id` gives it.'),
  outcome: z.enum(['approved', 'sent-back'], among('outcome', ['approved', 'sent-back'])),
  answer: words('answer').nullish().describe('What is to be changed; needed to send it back.'),
});
export const riskShape = z.strictObject({ reason: words('reason').describe('Kept for whoever asks later.') });
export const pinShape = z.strictObject({
  until: words('until').nullish().describe('A local time of the publication; without one it has no end.'),
});

/** A version of an article that was published. */
export const revisionShape = z.object({
  number: z.int().min(1),
  published: z.iso.datetime(),
  kind: z.enum(['change', 'minor']),
  withheld: z.object({ since: z.iso.datetime(), reason: z.string() }).nullable(),
});
export const revisionsShape = z.object({ items: z.array(revisionShape), next: z.url().nullable() });
export const fullRevisionShape = revisionShape.extend({
  title: z.string(),
  standfirst: z.string().nullable(),
  body: z.string(),
  format: z.enum(['markdown', 'html']),
});

/** An article in a list for staff. */
export const staffLineShape = staffArticleShape
  .pick({ id: true, version: true, title: true, standfirst: true, path: true, updated: true, authors: true })
  .extend({
    stage: z.enum(stages),
    published: z.string().nullable(),
    scheduled: z.iso.datetime().nullable().describe('When it appears by itself.'),
  });
export const staffLinesShape = z.object({ items: z.array(staffLineShape), next: z.url().nullable() });

const named = {
  ...{ NewCorrection: newCorrectionShape, ChangedCorrection: changedCorrectionShape },
  ...{ CorrectionWithdrawal: correctionWithdrawalShape, Corrections: correctionsShape },
  ...{ NewClaim: newClaimShape, ChangedClaim: changedClaimShape, Claims: claimsShape },
  ...{ NewClosing: newClosingShape, Closings: closingsShape, NewAttribution: newAttributionShape },
  ...{ ReviewRequest: reviewRequestShape, ReviewAnswer: reviewAnswerShape, Risk: riskShape, Pin: pinShape },
  ...{ Revision: revisionShape, Revisions: revisionsShape, FullRevision: fullRevisionShape },
  ...{ StaffArticleLine: staffLineShape, StaffArticleLines: staffLinesShape },
};
for (const [id, shape] of Object.entries(named)) namedShapes.add(shape, { id });
