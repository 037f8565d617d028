import type { Budget } from './in-order.ts';
import type { Passages, Place, Source } from './passages.ts';
import { quotedStretches } from './quoted-stretches.ts';
import { countWords, type Word, wordsOf } from './words.ts';

/** A quotation with its verdict: `text` as written, without the marks, and the first place where its words stand. */
export type Quotation = { text: string; verdict: 'exact' | 'altered'; source: Source; place: Place };

const fewestWords = 3;
const alike = { share: 0.7, stretch: 1.5 };

/**
 * The quotations of a comment that can be found in what was published before it. Exact: the same words in the same
 * order, however marks, dashes, spaces and the first letter are written, an ellipsis standing for words left out.
 * Altered: not exact, with at least 70 % of the words in order in one paragraph, within one and a half times the length.
 * What is neither gets no verdict and is left out.
 */
export function findQuotations(
  paragraphs: readonly string[],
  passages: Passages,
  budget: Budget,
): Quotation[] {
  return quotedStretches(paragraphs).flatMap(({ readings }) => judge(readings, passages, budget) ?? []);
}

/** Of several readings an exact one, the longest first; else one that is altered, the shortest first. */
function judge(readings: readonly string[], passages: Passages, budget: Budget): Quotation | null {
  const parsed = readings.map(parse).filter(({ words }) => countWords(words) >= fewestWords);
  for (const { text, parts, isChanged } of parsed.toReversed()) {
    const place = passages.findExact(parts, budget);
    if (place) return { text, verdict: isChanged ? 'altered' : 'exact', source: place.source, place };
  }
  for (const { text, words } of parsed) {
    const place = passages.findAltered(words, { ...alike, budget });
    if (place) return { text, verdict: 'altered', source: place.source, place };
  }
  return null;
}

type Parsed = { text: string; parts: Word[][]; words: Word[]; isChanged: boolean };

const leftOut = /\[ ?(?:…|\.{3,}|(?:\. ){2}\.) ?\]|\( ?(?:…|\.{3,}) ?\)|…|\.{3,}|(?:\. ){2}\./g;
const begunAnew = /\[(\p{L})\](?=\p{L})/gu;
const putIn = /\[[^\][]*\]/g;

/** A quotation apart at its ellipses, without what was put in in square brackets. */
function parse(text: string): Parsed {
  const whole = text.trim();
  const parted = whole.split(leftOut);
  const kept = parted.map((part) => part.replace(begunAnew, '$1').replace(putIn, ' '));
  const parts = kept.map(wordsOf).filter((words) => words.length > 0);
  return {
    text: whole,
    parts,
    words: parts.flat(),
    isChanged: kept.some((part, index) => part !== parted[index]),
  };
}
