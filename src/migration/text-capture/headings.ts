import { type Line, LONGEST_SIGN, lineAt } from './lines.ts';
import { alternatives, escaped, LANGUAGES } from './wording/phrases.ts';

/** A line that counts responses: how many it states, and the title it quotes where it quotes one. */
export interface HeadingLine {
  stated: number | null;
  quoted: string | null;
  /** How many lines it takes: a hard-wrapped capture breaks long titles. */
  lines: number;
}

const COUNT_WORDS = new Map(LANGUAGES.flatMap((wording) => Object.entries(wording.counts)));
const NUMBER = `\\d{1,3}(?:[ .,']\\d{3})+|\\d{1,7}`;
const COUNT = `(${NUMBER}|${[...COUNT_WORDS.keys()].sort(byLength).map(escaped).join('|')})`;
const NOUN = `(?:${alternatives('responses')})`;
const TO = `(?:${alternatives('to')})`;
const THERE = `(?:there (?:are|is)(?: currently)?\\s|il y a\\s|es gibt\\s|hay\\s|mae\\s)?`;
const SO_FAR = `(?:so far|yet|already|jusqu'ici|bisher|hasta ahora|hyd yma)?`;
const REMOVED = `(?:\\([\\d,]+ [\\p{L}, \\d]+\\))?`;
const TAIL = `[\\s»→:.↓!-]*`;

const COUNTED = new RegExp(`^\\s*${THERE}${COUNT}\\s+${NOUN}\\s*${SO_FAR}\\s*${REMOVED}${TAIL}$`, 'iu');
const QUOTING = new RegExp(`^\\s*${THERE}${COUNT}\\s+${NOUN}\\s+${SO_FAR}\\s*${TO}\\s*(.*)$`, 'iu');
const BACKWARDS = new RegExp(`^${NOUN}\\s*(?:\\((${NUMBER})\\)|:\\s*(${NUMBER}))${TAIL}$`, 'iu');
const BARE = new RegExp(`^${NOUN}(?:\\s+${TO}\\s*(.+))?${TAIL}$`, 'iu');
const ENDING = new RegExp(`\\s*${REMOVED}${TAIL}$`, 'iu');

/**
 * A heading of responses at a line, in any theme's form: `6 Responses to “T”`, `One thought on “T”`,
 * `6 Comments »`, `Comments (6)`, `6 comments:`, `6 Antworten auf „T“`, `No Responses`, `Comments`.
 * Whether the line is the page's heading or somebody's sentence is for the caller to weigh.
 */
export function readHeading(lines: readonly Line[], at: number): HeadingLine | null {
  const text = lineAt(lines, at).text;
  if (text.length > LONGEST_SIGN) return null;
  const line = straightened(text);
  const counted = COUNTED.exec(line);
  if (counted !== null) return { stated: countOf(counted[1]), quoted: null, lines: 1 };
  const quoting = QUOTING.exec(line);
  if (quoting !== null) return quotingHeading(lines, at, countOf(quoting[1]));
  const backwards = BACKWARDS.exec(line);
  if (backwards !== null) return { stated: countOf(backwards[1] ?? backwards[2]), quoted: null, lines: 1 };
  return bareHeading(text);
}

/** The number in a counting phrase alone, such as a link “3 Comments” under a title; null where it is none. */
export function readCount(text: string): number | null {
  if (text.length > 60) return null;
  const line = straightened(text);
  const found = COUNTED.exec(line) ?? BACKWARDS.exec(line);
  return found === null ? null : countOf(found[1] ?? found[2]);
}

/** Whether a line is such a heading without count and title: “Comments”. */
export function isBareHeading(text: string): boolean {
  return bareHeading(text)?.quoted === null;
}

function bareHeading(text: string): HeadingLine | null {
  const found = BARE.exec(straightened(text));
  if (found === null || text.length > 120) return null;
  if (found[1] === undefined) return { stated: null, quoted: null, lines: 1 };
  const quoted = unquoted(found[1]);
  return quoted === found[1] ? null : { stated: null, quoted, lines: 1 };
}

function quotingHeading(lines: readonly Line[], at: number, stated: number | null): HeadingLine {
  let whole = lineAt(lines, at).text;
  let taken = 1;
  while (taken < 4 && opensOnly(whole) && at + taken < lines.length && !lineAt(lines, at + taken).gap) {
    whole += ` ${lineAt(lines, at + taken).text}`;
    taken += 1;
  }
  if (opensOnly(whole)) [whole, taken] = [lineAt(lines, at).text, 1];
  const quoted = unquoted(titleIn(whole));
  return { stated, quoted: quoted === '' ? null : quoted, lines: taken };
}

/** The words after the preposition, as they are written. */
function titleIn(whole: string): string {
  const rest = QUOTING.exec(straightened(whole))?.[2] ?? '';
  return whole.slice(whole.length - rest.length);
}

function unquoted(title: string): string {
  return title
    .replace(ENDING, '')
    .replace(/^\s*["“”„«»‘'‹]+\s*/u, '')
    .replace(/\s*["“”»«’'›]+\s*$/u, '')
    .trim();
}

function opensOnly(text: string): boolean {
  const opening = /["“„«]/u.exec(text);
  if (opening === null) return false;
  return !/["“”»]/u.test(text.slice(opening.index + 1));
}

/** The same text, of the same length, with straight apostrophes. */
function straightened(text: string): string {
  return text.replace(/[’‘]/gu, "'");
}

function countOf(word: string | undefined): number | null {
  if (word === undefined) return null;
  const named = COUNT_WORDS.get(word.toLowerCase());
  if (named !== undefined) return named < 0 ? null : named;
  const digits = word.replace(/\D/gu, '');
  return digits === '' ? null : Number(digits);
}

function byLength(one: string, two: string): number {
  return two.length - one.length;
}
