import { isJoin, readDate, readDateLine } from './dates.ts';
import { type Line, LONGEST_SIGN, lineAt } from './lines.ts';
import { mayBeName } from './names.ts';
import { readSays } from './says-lines.ts';
import { readSignature, type SignatureLine } from './signature-lines.ts';
import { withoutTies } from './ties.ts';
import { alternatives } from './wording/phrases.ts';

/** A line that may open a comment, as its theme prints it. */
export interface ItemLine {
  at: number;
  /** The first line of the comment's own words. */
  bodyAt: number;
  /** The form of the line: items of one thread share it. Pingbacks stand beside any form. */
  family: string;
  number: number | null;
  author: string | null;
  published: string | null;
  kind: 'comment' | 'pingback';
  dateAfter: boolean;
  gap: boolean;
  indent: number;
  /** Words of the comment on the item line itself. */
  opening: string;
}

const NUMBER = /^(\d{1,6})[.)](?!\d)\s*/u;
/** The family of items whose line is also the shape of a signature below. */
export const POSTED_ABOVE = 'posted';
const PING = new RegExp(`^(?:${alternatives('pingback')})\\s*:\\s*(.*)$`, 'iu');
const INLINE = new RegExp(`^(.{0,60}?)\\s?(?<![\\p{L}])(${alternatives('says')})\\s?:\\s+(.+)$`, 'isu');

/** The item line at a place, in the forms that print the name before the words; null for anything else. */
export function readItemLine(lines: readonly Line[], at: number): ItemLine | null {
  const line = lineAt(lines, at);
  if (line.text.length > LONGEST_SIGN) return null;
  const { number, rest } = numbered(line.text);
  if (number !== null && rest === '') return numberedAlone(lines, at, number);
  const signature = readSignature([{ ...line, text: rest }], 0);
  if (signature?.form === 'classic' && signature.strong) return null;
  const read = readPing(rest) ?? readSays(rest) ?? readPosted(signature) ?? readNameWithDate(rest);
  if (read !== null) return withDateAfter(lines, item(line, at, { ...read, number }));
  return number === null ? readNameOverDate(lines, at) : null;
}

/** `1. Words of a comment` whose author's name was lost, or `3. X says: words` on one line. */
export function readLooseItemLine(lines: readonly Line[], at: number): ItemLine | null {
  const line = lineAt(lines, at);
  const { number, rest } = numbered(line.text);
  const inline = readInline(rest);
  if (inline !== null) return item(line, at, { ...inline, number });
  return number === null ? null : item(line, at, { number, family: 'number', opening: rest });
}

function readInline(rest: string): Read | null {
  const found = INLINE.exec(rest.slice(0, LONGEST_SIGN));
  if (found === null) return null;
  const author = (found[1] ?? '').trim();
  if (!mayBeName(author)) return null;
  const opening = rest.slice(rest.indexOf(':', author.length) + 1).trim();
  return { family: 'inline', author: author === '' ? null : author, opening };
}

function numbered(text: string): { number: number | null; rest: string } {
  const found = NUMBER.exec(text);
  if (found === null) return { number: null, rest: text.replace(/^#\s/u, '') };
  return { number: Number(found[1]), rest: text.slice(found[0].length) };
}

/** A number that stands on its own line above its item line. */
function numberedAlone(lines: readonly Line[], at: number, number: number): ItemLine | null {
  const next = lines[at + 1];
  if (next === undefined || /^#?\d/u.test(next.text)) return null;
  const below = readItemLine(lines, at + 1);
  return below === null ? null : { ...below, at, number, gap: lineAt(lines, at).gap };
}

function item(line: Line, at: number, read: Partial<ItemLine> & { family: string }): ItemLine {
  return {
    ...{ at, bodyAt: at + 1, number: null, author: null, published: null, kind: 'comment' },
    ...{ dateAfter: false, gap: line.gap, indent: line.indent, opening: '' },
    ...read,
  };
}

function withDateAfter(lines: readonly Line[], found: ItemLine): ItemLine {
  if (found.kind === 'pingback' && found.published !== null) return found;
  const next = lines[found.bodyAt];
  const date = next === undefined ? null : readDateLine(next.text);
  if (date === null) return found;
  return { ...found, published: found.published ?? date.value, dateAfter: true, bodyAt: found.bodyAt + 1 };
}

type Read = Pick<ItemLine, 'family' | 'author'> & Partial<ItemLine>;

function readPing(text: string): Read | null {
  const found = PING.exec(text);
  if (found === null) return null;
  const author = (found[1] ?? '').replace(/\s*\(Edit\)$/iu, '').trim();
  return { family: 'ping', author: author === '' ? null : author, kind: 'pingback' };
}

/** `Posted by X on DATE` above the words; below them it is a signature. */
function readPosted(signature: SignatureLine | null): Read | null {
  if (signature === null || signature.form !== 'posted') return null;
  return { family: POSTED_ABOVE, author: signature.author, published: signature.published };
}

/** `Name on March 3, 2011 at 4:05 pm`, `Name — DATE`, `Name | DATE | Reply`. */
function readNameWithDate(text: string): Read | null {
  if (text.length > 120) return null;
  const date = readDate(text);
  if (date === null || date.start === 0) return null;
  if (!text.slice(date.end).split(' ').every(isJoin)) return null;
  const name = withoutTies(text.slice(0, date.start), 'end');
  if (name === '' || !mayBeName(name) || /[.:;,]$/u.test(name)) return null;
  return { family: 'dated', author: name, published: date.value };
}

/** A name on its own line, then the date on its own. */
function readNameOverDate(lines: readonly Line[], index: number): ItemLine | null {
  const line = lineAt(lines, index);
  const next = lines[index + 1];
  if (next === undefined || line.text.length > 60 || /[.:;,?]$/u.test(line.text)) return null;
  const date = readDateLine(next.text);
  if (date === null || readDate(line.text) !== null || !mayBeName(line.text)) return null;
  const read = { family: 'over', author: line.text, published: date.value, dateAfter: true };
  return item(line, index, { ...read, bodyAt: index + 2 });
}
