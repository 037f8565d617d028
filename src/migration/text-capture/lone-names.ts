import { readDate, readDayLine } from './dates.ts';
import { wordsOf } from './fold-text.ts';
import type { ItemLine } from './item-lines.ts';
import { type Line, lineAt } from './lines.ts';
import { mayBeName, nameDoubt } from './names.ts';

const MOST_WORDS = 4;

/** `Ada:` or `Ada` alone on a line, and a date on the next; only a page that states as many makes it sure. */
export function readNameOverDay(lines: readonly Line[], at: number): ItemLine | null {
  const author = loneName(lineAt(lines, at).text);
  const next = lines[at + 1];
  const date = next === undefined ? null : readDayLine(next.text);
  if (author === null || date === null) return null;
  return { ...lone(lines, at, author), published: date.value, dateAfter: true, bodyAt: at + 2 };
}

/** `Ada:` alone on a line of its own; only a page that states as many makes it sure. */
export function readNameAlone(lines: readonly Line[], at: number): ItemLine | null {
  const { text, gap } = lineAt(lines, at);
  const author = gap && /[:：]$/u.test(text) ? loneName(text) : null;
  return author === null || !isSpeltAsName(author) ? null : lone(lines, at, author);
}

/** “Ada”, “Bob Quillon”, “Ida van Dell”: not the beginning of a sentence. */
function isSpeltAsName(name: string): boolean {
  return wordsOf(name).every((word) => !/^\p{Ll}/u.test(word) || /^(?:van|von|de|der|ap|ab|of)$/u.test(word));
}

function loneName(text: string): string | null {
  const name = text.replace(/\s?[:：]$/u, '');
  if (name === '' || wordsOf(name).length > MOST_WORDS || /[.:;,?!]$/u.test(name)) return null;
  if (!mayBeName(name) || nameDoubt(name) > 0 || readDate(name) !== null) return null;
  return /\p{L}/u.test(name) ? name : null;
}

function lone(lines: readonly Line[], at: number, author: string): ItemLine {
  const { gap, indent } = lineAt(lines, at);
  return {
    ...{ at, bodyAt: at + 1, family: 'lone', number: null, author, published: null, kind: 'comment' },
    ...{ dateAfter: false, gap, indent, opening: '' },
  };
}
