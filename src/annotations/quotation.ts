import type { Budget } from './in-order.ts';
import type { Place, Searchable, Source } from './passages.ts';
import { quotedStretches, type Reading, type Spot } from './quoted-stretches.ts';
import { countWords, type Word, wordsOf } from './words.ts';

/**
 * A quotation with its verdict: `text` as written, without the marks, from where to where it stands in the comment, and
 * the first place where its words stand.
 */
export type Quotation = {
  text: string;
  start: Spot;
  end: Spot;
  verdict: 'exact' | 'altered';
  source: Source;
  place: Place;
};

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
  passages: Searchable,
  budget: Budget,
): Quotation[] {
  return quotedStretches(paragraphs).flatMap(({ readings }) => judge(readings, passages, budget) ?? []);
}

/** Of several readings an exact one, the longest first; else one that is altered, the shortest first. */
function judge(readings: readonly Reading[], passages: Searchable, budget: Budget): Quotation | null {
  const parsed = readings.map(parse).filter(({ words }) => countWords(words) >= fewestWords);
  for (const { parts, isChanged, ...read } of parsed.toReversed()) {
    const place = passages.findExact(parts, budget);
    if (place) return found(read, isChanged ? 'altered' : 'exact', place);
  }
  for (const { words, ...read } of parsed) {
    const place = passages.findAltered(words, { ...alike, budget });
    if (place) return found(read, 'altered', place);
  }
  return null;
}

function found({ text, start, end }: Reading, verdict: Quotation['verdict'], place: Place): Quotation {
  return { text, start, end, verdict, source: place.source, place };
}

type Parsed = Reading & { parts: Word[][]; words: Word[]; isChanged: boolean };

const leftOut = /\[ ?(?:…|\.{3,}|(?:\. ){2}\.) ?\]|\( ?(?:…|\.{3,}) ?\)|…|\.{3,}|(?:\. ){2}\./g;
const begunAnew = /\[(\p{L})\](?=\p{L})/gu;
const putIn = /\[[^\][]*\]/g;

/** A quotation apart at its ellipses, without what was put in in square brackets. */
function parse({ text, start, end }: Reading): Parsed {
  const whole = text.trim();
  const parted = whole.split(leftOut);
  const kept = parted.map((part) => part.replace(begunAnew, '$1').replace(putIn, ' '));
  const parts = kept.map(wordsOf).filter((words) => words.length > 0);
  return {
    ...{ text: whole, start, end },
    parts,
    words: parts.flat(),
    isChanged: kept.some((part, index) => part !== parted[index]),
  };
}
