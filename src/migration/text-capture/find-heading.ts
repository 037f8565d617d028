import { resembles, wordsOf } from './fold-text.ts';
import { type HeadingLine, readHeading } from './headings.ts';
import { type Line, lineAt } from './lines.ts';
import { readNameAlone, readNameOverDay } from './lone-names.ts';
import { isClosed, isReplyForm, isThreadEnd } from './reply-form.ts';
import { readSignature } from './signature-lines.ts';
import { beginsThread, loneNames } from './thread.ts';

/** The heading of a page's responses and where it stands. */
export interface Heading extends HeadingLine {
  at: number;
}

/** So many lines of that shape are weighed from each end of a page. */
const WEIGHED = 30;
/** So many lines from the top may be the title that a heading quotes. */
const TOP = 120;

/**
 * The heading of the page's responses, or null. A sentence of an article (“3 Responses to the flood”) or a
 * count under a title has the same shape: the heading is the one that quotes the page's title, or that
 * comments, a reply form or nothing more follow.
 */
export function findHeading(lines: readonly Line[]): Heading | null {
  let best: { heading: Heading; score: number } | null = null;
  for (const heading of shapes(lines)) {
    const score = weigh(lines, heading);
    if (score > 0 && (best === null || score > best.score || (score === best.score && score < 4))) {
      best = { heading, score };
    }
  }
  return best === null ? null : best.heading;
}

function shapes(lines: readonly Line[]): Heading[] {
  const found: Heading[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const heading = readHeading(lines, at);
    if (heading !== null) found.push({ ...heading, at });
  }
  if (found.length <= WEIGHED * 2) return found;
  return [...found.slice(0, WEIGHED), ...found.slice(-WEIGHED)];
}

function weigh(lines: readonly Line[], heading: Heading): number {
  const after = heading.at + heading.lines;
  const begins = beginsThread(lines, after) || beginsLone(lines, after, heading.stated);
  if (heading.quoted !== null) {
    if (quotesTitle(lines, heading, heading.quoted)) return begins ? 8 : 4;
    return begins || (heading.stated === 0 && endsAt(lines, after)) ? 1 : 0;
  }
  const follows = begins ? 4 : signed(lines, after) ? 2 : 0;
  if (heading.stated === null) return follows;
  return follows + (endsAt(lines, after) ? 1 : 0);
}

/** Names alone on their lines, as many as the heading states, the first of them right below it. */
function beginsLone(lines: readonly Line[], after: number, stated: number | null): boolean {
  if ((readNameOverDay(lines, after) ?? readNameAlone(lines, after)) === null) return false;
  return loneNames(lines, after, stated)?.start === after;
}

function quotesTitle(lines: readonly Line[], heading: Heading, quoted: string): boolean {
  for (let at = 0; at < Math.min(heading.at, TOP); at += 1) {
    if (titleLines(lines, at, quoted) > 0) return true;
  }
  return false;
}

/** How many lines from a place on are the title that a heading quotes: 0 for none, more than 1 where wrapped. */
export function titleLines(lines: readonly Line[], at: number, quoted: string): number {
  let text = lineAt(lines, at).text;
  if (text.length > 400) return 0;
  if (resembles(quoted, text)) return 1;
  for (let taken = 1; taken < 4; taken += 1) {
    const next = lines[at + taken];
    if (next === undefined || next.gap || text.length > quoted.length * 1.3) return 0;
    text += ` ${next.text}`;
    if (resembles(quoted, text)) return taken + 1;
  }
  return 0;
}

function signed(lines: readonly Line[], from: number): boolean {
  for (let at = from; at < Math.min(lines.length, from + 400); at += 1) {
    if (readSignature(lines, at)?.strong === true) return true;
  }
  return false;
}

/** Whether the page ends here, or goes on with a form, a closed line or a side bar. */
function endsAt(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (line === undefined) return proseBefore(lines, at);
  return isReplyForm(line.text) || isClosed(line.text) || isThreadEnd(line.text);
}

function proseBefore(lines: readonly Line[], at: number): boolean {
  return lines.slice(Math.max(0, at - 200), at).some((line) => wordsOf(line.text.slice(0, 400)).length >= 12);
}
