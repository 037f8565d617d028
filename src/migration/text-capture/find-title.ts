import { readDateLine } from './dates.ts';
import { titleLines } from './find-heading.ts';
import { skeleton, wordsOf } from './fold-text.ts';
import { blocksOf, type Line, lineAt } from './lines.ts';
import { readMeta } from './meta-lines.ts';
import { phraseMatcher } from './wording/phrases.ts';

/** The title of the page's article, the line where it stands and the line after it. */
export interface FoundTitle {
  title: string;
  at: number;
  end: number;
}

const TOP = 120;
const isNoise = phraseMatcher('noise', 'replyLinks');

/**
 * The title: the line that the heading quotes; otherwise the one above the byline, or below a date that
 * stands above it (Blogger, Classic); otherwise the first line that is no navigation. Null without any.
 */
export function findTitle(lines: readonly Line[], until: number, quoted: string | null): FoundTitle | null {
  const top = lines.slice(0, until);
  const named = quoted === null ? null : quotedTitle(top, quoted);
  if (named !== null) return named;
  if (quoted !== null && !/(?:…|\.\.\.)$/u.test(quoted))
    return { title: quoted, at: 0, end: unknownTop(top) };
  const first = firstOwnLine(top);
  if (first >= top.length) return null;
  const at = belowDate(top, first) ?? aboveByline(top, first) ?? first;
  return { title: lineAt(top, at).text, at, end: at + 1 };
}

/** The last line that quotes exactly before the prose begins, or the first that resembles. */
function quotedTitle(lines: readonly Line[], quoted: string): FoundTitle | null {
  let best: FoundTitle | null = null;
  let exactly = false;
  for (let at = 0; at < Math.min(lines.length, TOP); at += 1) {
    const taken = titleLines(lines, at, quoted);
    if (taken === 0) {
      if (best !== null && isProse(lineAt(lines, at))) break;
      continue;
    }
    const title = lines
      .slice(at, at + taken)
      .map((line) => line.text)
      .join(' ');
    const exact = skeleton(title) === skeleton(quoted);
    if (best === null || exact || !exactly) best = { title, at, end: at + taken };
    exactly = exactly || exact;
  }
  return best;
}

function isProse(line: Line): boolean {
  return wordsOf(line.text.slice(0, 400)).length > 20;
}

/** Where a page begins whose title stands only in the heading: after what is plainly not its article. */
function unknownTop(lines: readonly Line[]): number {
  return Math.min(firstOwnLine(lines), lines.length);
}

/** The first line after the navigation: single links, and runs of short lines with a known one among them. */
function firstOwnLine(lines: readonly Line[]): number {
  let at = 0;
  for (const block of blocksOf(lines.slice(0, TOP))) {
    if (!isNavigation(block)) break;
    at += block.length;
  }
  while (at < lines.length && isOutside(lineAt(lines, at).text)) at += 1;
  return at;
}

function isNavigation(block: readonly Line[]): boolean {
  if (block.every(({ text }) => isOutside(text))) return true;
  const short = block.every(({ text }) => wordsOf(text.slice(0, 100)).length <= 4 && !/[.?!]$/u.test(text));
  return block.length > 1 && short && block.some(({ text }) => isNoise(text));
}

function isOutside(text: string): boolean {
  if (isNoise(text)) return true;
  const parts = text.split(/\s*[|•·›>»]\s*/u);
  if (parts.length > 1 && parts.some((part) => isNoise(part))) return text.length < 200;
  return readMeta(text)?.sure === true && /^[«←]|[»→]$/u.test(text);
}

/** Below a date line, when the next line reads as a title and something stands above the date. */
function belowDate(lines: readonly Line[], first: number): number | null {
  for (let at = first; at < Math.min(lines.length, first + 8); at += 1) {
    if (readDateLine(lineAt(lines, at).text) === null) continue;
    const next = lines[at + 1];
    if (next === undefined || !readsAsTitle(next.text) || at + 2 >= lines.length) return null;
    return at + 1;
  }
  return null;
}

/** The nearest line above the first byline that reads as a title. */
function aboveByline(lines: readonly Line[], first: number): number | null {
  for (let at = first + 1; at < Math.min(lines.length, first + 8); at += 1) {
    if (readMeta(lineAt(lines, at).text)?.byline === undefined) continue;
    for (let above = at - 1; above > first; above -= 1) {
      const { text } = lineAt(lines, above);
      if (readsAsTitle(text)) return above;
    }
    return first;
  }
  return null;
}

function readsAsTitle(text: string): boolean {
  return (
    text.length <= 200 &&
    wordsOf(text).length <= 20 &&
    !/[.:;,]["”’]?$/u.test(text) &&
    readMeta(text) === null
  );
}
