import * as z from 'zod';
import { foldSpace } from '../../lib/fold-text.ts';
import { canonical } from '../../record/entry.ts';
import type { ClaimOutcome } from '../../store/follow-up-tables.ts';
import type { Schema } from '../../store/schema.ts';

export const outcomes = [
  'confirmed',
  'partly',
  'denied',
  'unresolved',
] as const satisfies readonly ClaimOutcome[];

/** A date of the calendar, as it is typed and kept: `2026-11-30`. */
const calendarDate = (what: string) =>
  z
    .string()
    .default('')
    .transform((text) => text.trim())
    .refine(isCalendarDate, `${what} must be a date of the calendar, such as 2026-11-30.`);

function isCalendarDate(text: string): boolean {
  if (!/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const folded = (most: number, sentence: string) =>
  z.string().default('').transform(foldSpace).pipe(z.string().max(most, sentence));

/** What a writer marks: parsed once, at the edge. */
export const claimInput = z.object({
  passage: folded(1000, 'The passage is longer than 1,000 characters: mark only what says it.').pipe(
    z.string().min(1, 'Copy the passage from the text: the words that say what will happen.'),
  ),
  claim: folded(300, 'What is claimed is longer than 300 characters: say it in one sentence.'),
  due: calendarDate('The day on which it comes due'),
});
export type ClaimInput = z.infer<typeof claimInput>;

/** What came of a claim. */
export const outcomeInput = z.object({
  outcome: z.enum(outcomes, 'Choose what came of it: confirmed, partly, denied or unresolved.'),
  sentence: folded(400, 'The sentence is longer than 400 characters: shorten it.').pipe(
    z.string().min(1, 'Say what came of it, in one plain sentence.'),
  ),
  date: calendarDate('The day on which that was known'),
});
export type OutcomeInput = z.infer<typeof outcomeInput>;

export type ClaimRow = Schema['article_claims'];
export type OutcomeRow = Schema['claim_outcomes'];

/** The words that the record's entry for a version of a claim commits to. */
export function claimWords({ passage, claim, due, state }: ClaimRow): string {
  return canonical({ passage, claim, due, state });
}

/** The code in the record: null for a claim that was marked. */
export function claimReason({ version, state }: Pick<ClaimRow, 'version' | 'state'>): string | null {
  if (state === 'withdrawn') return 'withdrawn';
  return version === 1 ? null : 'changed';
}

/** The words that the record's entry for an outcome commits to, with the article that closed the claim. */
export function outcomeWords({ outcome, sentence, on_date, by_article_id }: OutcomeRow): string {
  return canonical({ outcome, sentence, date: on_date, by: by_article_id });
}

/** A text with its marks, dashes, spaces and case made alike: when does a passage stand in it? */
export function foldPassage(text: string): string {
  return foldSpace(text)
    .replace(/[“”„‟«»″"]/g, '"')
    .replace(/[‘’‚‛′']/g, "'")
    .replace(/[‐‑‒–—―-]/g, '-')
    .toLowerCase();
}

/** How much of a passage, in whole words from its beginning, stands in a text; the whole where it does. */
export function foundOf(passage: string, text: string): string {
  const within = foldPassage(text);
  const words = passage.split(' ');
  if (within.includes(foldPassage(passage))) return passage;
  let [least, most] = [0, words.length - 1];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (within.includes(foldPassage(words.slice(0, middle).join(' ')))) least = middle;
    else most = middle - 1;
  }
  return words.slice(0, least).join(' ');
}
