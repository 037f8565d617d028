import { wordsOf } from './fold-text.ts';
import { everyPhrase } from './wording/phrases.ts';

const NOT_NAMES = new Set(everyPhrase('notNames'));
const HONORIFICS = everyPhrase('honorifics');
const LONGEST_NAME = 60;

/** Whether some words may stand where a theme prints a commenter's name. An empty name was lost. */
export function mayBeName(text: string): boolean {
  if (text.length > LONGEST_NAME || text.startsWith('>')) return false;
  return !/(?:\?|\p{L}{4}\.|…)['”"’)]*\s/u.test(text) && !/[:;]\s/u.test(text);
}

/**
 * How little some words look like a signature, from 0: “he”, “the clerk of the board”, “Mr Lusk” are what
 * a sentence that introduces a speaker begins with.
 */
export function nameDoubt(name: string | null): number {
  if (name === null) return 0;
  const words = wordsOf(name);
  const first = bare(words[0] ?? '');
  let doubt = words.length >= 7 ? 2 : words.length >= 5 ? 1 : 0;
  if (NOT_NAMES.has(first) && name.length > 1) doubt += words.length === 1 || /^\p{Ll}/u.test(name) ? 4 : 2;
  if (HONORIFICS.includes(first)) doubt += 2;
  if (/[“”"«»„,;]/u.test(name)) doubt += 1;
  return doubt;
}

/** Whether some words may be an author's name after “By”: capitals (or one word), no sentence. */
export function mayBeByline(name: string): boolean {
  const words = wordsOf(name);
  if (words.length === 0 || words.length > 10 || name.length > 90) return false;
  if (/[!?;:“”"«»]/u.test(name) || /\p{Ll}{3}\.$/u.test(name)) return false;
  if (NOT_NAMES.has(bare(words[0] ?? ''))) return false;
  return words.length === 1 || /^[^\p{Ll}]/u.test(name);
}

function bare(word: string): string {
  return word
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/[.,]+$/u, '');
}
