import { wordsOf } from './fold-text.ts';
import { everyPhrase } from './wording/phrases.ts';

const ELSEWHERE = new Set(everyPhrase('elsewhere'));
const THINGS = new Set(everyPhrase('things'));
const ANNOUNCING = new Set(everyPhrase('announcing'));
const ADDRESS = /https?:\/\/|\bwww\.|\b[\p{L}\d-]+\.(?:com|org|net|co\.uk|gov\.uk|example)\b/iu;
const QUOTED = /^["“”„«»‘'’‹>]/u;
const LISTED = /^(?:[-–—*•·‣◦▪]\s|\(?\p{N}{1,3}[.)]\s|\(?[a-zivx]{1,4}[.)]\s|#\d|[£$€]?\d)/iu;
const FIGURE =
  /^(?:\[|\(?(?:photo|picture|image|figure|fig\.|table|source|chart|map|video|abbildung|bild|foto|imagen|tabla|llun|tabl)\b)/iu;

/**
 * How many paragraphs lost the page, document or picture that they promise: they end in a colon, and what
 * follows in the same comment or article is nothing, or prose that goes on with something else. A colon
 * before the quotation, list or figure it announces has lost nothing.
 */
export function countLostLinks(paragraphs: readonly string[]): number {
  return paragraphs.filter((paragraph, index) => isLost(paragraph, paragraphs.slice(index + 1, index + 3)))
    .length;
}

function isLost(paragraph: string, after: readonly string[]): boolean {
  if (!/[:：]["”’)]?$/u.test(paragraph)) return false;
  const next = after[0];
  if (next === undefined) return promises(paragraph) !== 'a name';
  if (ADDRESS.test(next.slice(0, 400)) || QUOTED.test(next) || LISTED.test(next) || FIGURE.test(next))
    return false;
  if (isListed(next) && !next.endsWith(':')) return false;
  const promise = promises(paragraph);
  return promise === 'elsewhere' || promise === 'open';
}

/** A short paragraph without a full stop: a caption, the title of the page, an item of a list. */
function isListed(paragraph: string): boolean {
  return wordsOf(paragraph.slice(0, 200)).length <= 8 && !/[.?!…]["”’)]*$/u.test(paragraph);
}

/** What the words before the colon lead to: a place elsewhere, their own continuation, a person, or open. */
function promises(paragraph: string): 'elsewhere' | 'its own words' | 'a name' | 'open' {
  const words = wordsOf(paragraph.slice(-300))
    .map(bare)
    .filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  if (ELSEWHERE.has(last)) return 'elsewhere';
  if (ANNOUNCING.has(last)) return 'its own words';
  if (words.slice(-3).some((word) => THINGS.has(word))) return 'elsewhere';
  if (words.slice(-6).some((word) => ANNOUNCING.has(word))) return 'its own words';
  return words.length <= 3 ? 'a name' : 'open';
}

function bare(word: string): string {
  return word.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
}
