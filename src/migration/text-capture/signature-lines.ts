import { readClock } from './clock-times.ts';
import { readDate } from './dates.ts';
import { type Line, lineAt } from './lines.ts';
import { mayBeName } from './names.ts';
import { alternatives } from './wording/phrases.ts';

/** A line that closes a comment by naming its author, as Classic and Movable Type print it. */
export interface SignatureLine {
  at: number;
  author: string | null;
  published: string | null;
  kind: 'comment' | 'pingback';
  form: 'classic' | 'posted';
  /** Whether it has the dash or the date that themes print, and not only the words before the name. */
  strong: boolean;
}

const CLASSIC = new RegExp(`^(?:${alternatives('commentBy')})\\s*(.*?)\\s*(?:[—–]|\\s-\\s?|$)(.*)$`, 'iu');
const PINGED = new RegExp(`^(?:${alternatives('pingbackBy')})\\s*(.*?)\\s*(?:[—–]|\\s-\\s?|$)(.*)$`, 'iu');
const POSTED = new RegExp(`^(?:${alternatives('postedBy')})\\s*:?\\s*(.*)$`, 'iu');
const TIE = /(?:^|[\s|,])(?:on|at|le|à|am|um|el|a las|ar|—|–|-|\|)?[\s|,—–]*$/iu;

/**
 * The signature at a line: `Comment by X — DATE @ TIME`, `Pingback by X — …`, `Posted by: X | DATE`,
 * `Posted by X at DATE TIME`. A Movable Type one needs its date, or the mark where the date was.
 */
export function readSignature(lines: readonly Line[], at: number): SignatureLine | null {
  const text = lineAt(lines, at).text;
  if (text.length > 200) return null;
  return classic(text, at, 'comment') ?? classic(text, at, 'pingback') ?? posted(text, at);
}

function classic(text: string, at: number, kind: 'comment' | 'pingback'): SignatureLine | null {
  const found = (kind === 'comment' ? CLASSIC : PINGED).exec(text);
  if (found === null) return null;
  const date = readDate(text);
  const dashed = /[—–]|\s-(?:\s|$)/u.test(text);
  if (!dashed && date === null && !mayStandAlone(found[1] ?? '')) return null;
  const name = date !== null && !dashed ? text.slice(0, date.start) : undefined;
  const author = name === undefined ? (found[1] ?? '') : (CLASSIC.exec(name.replace(TIE, ''))?.[1] ?? '');
  if (!mayBeName(author) && kind === 'comment') return null;
  return {
    at,
    author: author === '' ? null : author,
    published: date?.value ?? null,
    kind,
    form: 'classic',
    strong: dashed || date !== null,
  };
}

function mayStandAlone(name: string): boolean {
  return name.length <= 40 && !/[.?!:]$/u.test(name);
}

function posted(text: string, at: number): SignatureLine | null {
  const found = POSTED.exec(text);
  if (found === null) return null;
  const rest = found[1] ?? '';
  const date = readDate(rest);
  const clock = date === null ? readClock(rest) : null;
  const marked = /[|]|\s(?:at|on)$/u.test(rest);
  if (date === null && clock === null && !marked) return null;
  const until = date?.start ?? clock?.start ?? rest.length;
  let name = (rest.slice(0, until).split('|')[0] ?? '').trim();
  for (let turn = 0; turn < 2; turn += 1) name = name.replace(TIE, '').trim();
  if (!mayBeName(name)) return null;
  return {
    at,
    author: name === '' ? null : name,
    published: date?.value ?? null,
    kind: 'comment',
    form: 'posted',
    strong: true,
  };
}
