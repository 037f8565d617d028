import { type Clock, clockAfter, clockBefore } from './clock-times.ts';
import { LONGEST_SIGN } from './lines.ts';
import { escaped, LANGUAGES, plain } from './wording/phrases.ts';

/** A date in a line: where it stands, and its ISO value, null where the text leaves the day open. */
export interface FoundDate {
  value: string | null;
  start: number;
  end: number;
}

const MONTHS = monthNumbers();
const MONTH = `(${[...MONTHS.keys()].sort(byLength).map(escaped).join('|')})`;
const WEEKDAY = LANGUAGES.flatMap((wording) => wording.weekdays)
  .sort(byLength)
  .join('|');
const BEFORE = `(?<![\\p{L}\\p{N}])(?:(?:${WEEKDAY})\\.?,?\\s+)?(?:the\\s|le\\s|el\\s|den\\s|der\\s|y\\s)?`;
const ORDINAL = `(?:st|nd|rd|th|er|re|o|º|ain|af|il|ydd|fed|eg|ed)?`;
const SEPARATOR = `[\\s.,/-]{1,3}`;
const AFTER = `(?![\\p{L}\\p{N}])`;

const ISO_DAY = /(?<![\p{L}\p{N}])(\d{4})-(\d{2})-(\d{2})(?![\d-])/u;
const DAY_MONTH = pattern(
  `${BEFORE}(\\d{1,2})${ORDINAL}${SEPARATOR}(?:of |de |d')?${MONTH}(?:${SEPARATOR}(?:de |del )?(\\d{4}))?${AFTER}`,
);
const MONTH_DAY = pattern(
  `${BEFORE}${MONTH}${SEPARATOR}(\\d{1,2})${ORDINAL}(?:,?\\s{0,2}(?:de )?(\\d{4}))?${AFTER}`,
);
const NUMERIC = /(?<![\p{L}\p{N}])(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})(?![\p{L}\p{N}])/u;
const AGO =
  /(?<![\p{L}\p{N}])\d{1,3}\s(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?)\sago(?!\p{L})/iu;

/**
 * The first date in a line, with the time of day beside it. The value is `YYYY-MM-DD` or
 * `YYYY-MM-DDTHH:MM[:SS]`, with an offset only where the line gives one; it is null for a date that may be
 * read two ways (03/04/2011), has no year or does not exist.
 */
export function readDate(line: string): FoundDate | null {
  const text = line.slice(0, LONGEST_SIGN);
  if (!/\d/u.test(text)) return null;
  const found = [isoDay(text), dayMonth(text), monthDay(text), numeric(text), ago(text)]
    .filter((date) => date !== null)
    .sort((one, two) => one.start - two.start || two.end - one.end)[0];
  return found === undefined ? null : withClock(text, found);
}

/** The date of a line that holds nothing else but the words around dates (“Posted on”, “Permalink”). */
export function readDateLine(line: string): FoundDate | null {
  if (line.length > 120) return null;
  const found = readDate(line);
  if (found === null) return null;
  const rest = `${line.slice(0, found.start)} ${line.slice(found.end)}`;
  return rest.split(' ').every(isJoin) ? found : null;
}

/** The same, where a day without its year is a date too: its value is null. */
export function readDayLine(line: string): FoundDate | null {
  if (line.length > 60) return null;
  const day = [dayMonth(line), monthDay(line)].find((found) => found?.weak);
  const found = readDateLine(line) ?? (day ? { value: null, start: day.start, end: day.end } : null);
  if (found === null) return null;
  const rest = `${line.slice(0, found.start)} ${line.slice(found.end)}`;
  return rest.split(' ').every(isJoin) ? found : null;
}

const JOINS = new Set(LANGUAGES.flatMap((wording) => wording.joins).map(plain));

/** Whether a word only ties a date to its line: “on”, “at”, “le”, “um”, a mark. */
export function isJoin(word: string): boolean {
  const bare = word.toLowerCase().replace(/[^\p{L}]/gu, '');
  return bare === '' ? !/\d/u.test(word) : JOINS.has(bare);
}

interface Day {
  date: string | null;
  start: number;
  end: number;
  /** Whether it needs a time of day beside it to count as a date: it has no year. */
  weak: boolean;
}

function withClock(text: string, day: Day): FoundDate | null {
  const after = clockAfter(text, day.end);
  const before = after === null ? clockBefore(text, day.start) : null;
  const clock = after ?? before;
  if (clock === null) return day.weak ? null : { value: day.date, start: day.start, end: day.end };
  return {
    value: stamp(day.date, clock),
    start: before === null ? day.start : before.start,
    end: after === null ? day.end : after.end,
  };
}

function stamp(date: string | null, clock: Clock): string | null {
  return date === null ? null : `${date}T${clock.time}${clock.offset}`;
}

function isoDay(text: string): Day | null {
  const found = ISO_DAY.exec(text);
  if (found === null) return null;
  return day(found, isoDate(Number(found[1]), Number(found[2]), Number(found[3])));
}

function dayMonth(text: string): Day | null {
  const found = DAY_MONTH.exec(text);
  return found === null ? null : named(found, { day: found[1], month: found[2], year: found[3] });
}

function monthDay(text: string): Day | null {
  const found = MONTH_DAY.exec(text);
  return found === null ? null : named(found, { day: found[2], month: found[1], year: found[3] });
}

interface Parts {
  day: string | undefined;
  month: string | undefined;
  year: string | undefined;
}

function named(found: RegExpExecArray, parts: Parts): Day {
  const month = MONTHS.get((parts.month ?? '').toLowerCase()) ?? 0;
  if (parts.year === undefined) return { ...day(found, null), weak: true };
  return day(found, isoDate(Number(parts.year), month, Number(parts.day)));
}

/** Day and month can be told apart only where one of them cannot be a month, or both are the same. */
function numeric(text: string): Day | null {
  const found = NUMERIC.exec(text);
  if (found === null) return null;
  const [one, two] = [Number(found[1]), Number(found[3])];
  const year = found[4]?.length === 4 ? Number(found[4]) : null;
  if (year === null) return day(found, null);
  if (one > 12) return day(found, isoDate(year, two, one));
  return day(found, two > 12 || one === two ? isoDate(year, one, two) : null);
}

function ago(text: string): Day | null {
  const found = AGO.exec(text);
  return found === null ? null : day(found, null);
}

function day(found: RegExpExecArray, date: string | null): Day {
  return { date, start: found.index, end: found.index + found[0].length, weak: false };
}

function isoDate(year: number, month: number, dayOfMonth: number): string | null {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, dayOfMonth);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
  return exists && year > 999 ? date.toISOString().slice(0, 10) : null;
}

function monthNumbers(): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const wording of LANGUAGES) {
    for (const [index, names] of wording.months.entries()) {
      for (const name of names) numbers.set(name, index + 1);
    }
  }
  return numbers;
}

function pattern(source: string): RegExp {
  return new RegExp(source, 'iu');
}

function byLength(one: string, two: string): number {
  return two.length - one.length;
}
