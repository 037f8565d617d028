import { foldedWords } from '../../lib/fold-text.ts';
import { looksOf } from '../../names/look-alike.ts';

/** Says which entries of a list a text has, as the list writes them, each once, in the order of the text. */
export type WordMatcher = (text: string) => string[];

/** So many entries are told of one text: more say nothing more. */
const mostTold = 10;

/** A place in the automaton: what was read ends in the words that lead here. */
type Place = {
  next: Map<string, Place>;
  /** The longest other place that what was read ends in as well. */
  fallback: Place | null;
  entry: string | null;
  /** The nearest place on the way of fallbacks where an entry ends. */
  shorter: Place | null;
};

/**
 * Compiles a list (Aho and Corasick, 1975, with words for letters): the time that a look takes grows with the text and
 * not with the list. Words are whole, and compared as they are folded; an entry of several words is found where they
 * stand in a row, whatever is between them that is no letter or digit. A word of mixed scripts is taken for that of the
 * list that it looks like.
 */
export function wordMatcher(list: readonly string[]): WordMatcher {
  const start = newPlace();
  const known = new Set<string>();
  for (const entry of list) {
    const words = foldedWords(entry);
    if (words.length === 0) continue;
    for (const word of words) known.add(word);
    const end = words.reduce(stepInto, start);
    end.entry ??= entry;
  }
  addFallbacks(start);
  const meant = unmasked(known);
  return (text) => (known.size === 0 ? [] : entriesIn(foldedWords(text).map(meant), start));
}

function newPlace(): Place {
  return { next: new Map(), fallback: null, entry: null, shorter: null };
}

function stepInto(place: Place, word: string): Place {
  const next = place.next.get(word) ?? newPlace();
  place.next.set(word, next);
  return next;
}

/** Breadth first: of every place, those that are nearer to the start are known already. */
function addFallbacks(start: Place): void {
  const waiting = [start];
  for (const place of waiting)
    for (const [word, next] of place.next) {
      next.fallback = place.fallback ? follow(place.fallback, word) : start;
      next.shorter = next.fallback.entry === null ? next.fallback.shorter : next.fallback;
      waiting.push(next);
    }
}

function follow(from: Place, word: string): Place {
  let place = from;
  for (;;) {
    const next = place.next.get(word);
    if (next) return next;
    if (place.fallback === null) return place;
    place = place.fallback;
  }
}

function entriesIn(words: readonly string[], start: Place): string[] {
  const found = new Set<string>();
  let place = start;
  for (const word of words) {
    place = follow(place, word);
    for (let end = place.entry === null ? place.shorter : place; end?.entry != null; end = end.shorter) {
      if (found.has(end.entry)) break; // and with it whatever is shorter
      if (found.add(end.entry).size >= mostTold) return [...found];
    }
  }
  return [...found];
}

const latin = /\p{Script=Latin}/u;
const likeLatin = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;

/** What of the list a word of mixed scripts is meant to be read as; every other word is itself. */
function unmasked(known: ReadonlySet<string>): (word: string) => string {
  let byLook: Map<string, string> | null = null;
  return (word) => {
    if (known.has(word) || !likeLatin.test(word) || !latin.test(word)) return word;
    byLook ??= new Map([...known].map((each) => [lookOf(each), each]));
    return byLook.get(lookOf(word)) ?? word;
  };
}

function lookOf(word: string): string {
  return looksOf(word)[1];
}
