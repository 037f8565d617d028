import { keepRecent } from '../lib/keep-recent.ts';

/** A name, or something like one, in a text: its letters from `from`, as written there. */
export type Mention = { from: number; written: string; key: string };

/** The key under which spellings of one name are the same: with or without case, spaces, hyphens, dots and underscores. */
export function keyOf(name: string): string {
  return closedUp(name.normalize('NFKC')).toLowerCase();
}

const joiners = /[\s\-‐‑_.]+/gu;
const mostParts = 6;

function closedUp(name: string): string {
  return name.replace(/[’‘`´]/g, "'").replace(joiners, '');
}

/** Every stretch of a text, the longest first at each place, whose key is known; none inside another. */
export function* mentionsIn(text: string, isKnown: (key: string) => boolean): Generator<Mention> {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));
  for (let first = 0; first < words.length; first += 1) {
    const from = words[first]?.from ?? 0;
    if (/[\p{L}\p{N}._@-]/u.test(text[from - 1] ?? '') && text[from - 1] !== '@') continue;
    for (let last = Math.min(first + mostParts, words.length) - 1; last >= first; last -= 1) {
      const to = words[last]?.to ?? 0;
      if (to - from > mostLetters || /^[-_.@][\p{L}\p{N}]/u.test(text.slice(to, to + 3))) continue;
      const key = keyOf(text.slice(from, to));
      if (!isKnown(key)) continue;
      yield { from, written: text.slice(from, to), key };
      first = last;
      break;
    }
  }
}

const mostLetters = 100;

/** Every stretch of up to a few words of a text, closed up, with its capitals: what is somebody's name there, and more. */
export const stretchesOf = keepRecent(20, (text: string): ReadonlySet<string> => {
  const words = [...text.normalize('NFKC').matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => word);
  const stretches = new Set<string>();
  for (const first of words.keys())
    for (let length = 1; length <= 3; length += 1) stretches.add(words.slice(first, first + length).join(''));
  return stretches;
});

/** How a name stands in a text: nowhere; only before a surname, as somebody’s forename; or by itself. */
export type Standing = 'nowhere' | 'forename' | 'alone';

/** How a name stands in a text, as it is signed, whatever is between its parts. */
export function standingIn(name: string, text: string): Standing {
  const parts = [...name.normalize('NFKC').matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([part]) => part);
  const joined = parts.slice(0, 3).join('');
  if (!stretchesOf(text).has(joined)) return 'nowhere';
  return parts.length > 1 || namesAlone(text).has(joined) ? 'alone' : 'forename';
}

/** The words of a text that stand there at least once without a surname after them, or after a title. */
const namesAlone = keepRecent(20, (text: string): ReadonlySet<string> => {
  const words = [...text.normalize('NFKC').matchAll(/[\p{L}\p{M}\p{N}]+/gu)];
  const alone = new Set<string>();
  for (const [index, { 0: word, index: from }] of words.entries()) {
    const next = words[index + 1];
    const previous = words[index - 1]?.[0] ?? '';
    const isForename =
      next !== undefined && next.index === from + word.length + 1 && /^\p{Lu}/u.test(next[0]);
    if (!isForename || honorifics.test(previous)) alone.add(word);
  }
  return alone;
});

const honorifics = /^(?:mr|mrs|ms|miss)$/i;
