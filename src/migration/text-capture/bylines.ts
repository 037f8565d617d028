import { readClock } from './clock-times.ts';
import { readDate } from './dates.ts';
import { mayBeByline } from './names.ts';
import { alternatives } from './wording/phrases.ts';

/** A byline: the name alone, and the date or only the time of day that stands with it. */
export interface Byline {
  name: string;
  date: string | null;
  clock: string | null;
  /** Whether the line says “posted”, “written”… and not only “By”. */
  posted: boolean;
}

const BY = `(?:${alternatives('by')})`;
const SIGNED = new RegExp(`^(?:(?:${alternatives('joins')})\\s+)*?(${BY})\\s*:?\\s+(.+)$`, 'iu');
const POSTED_ON = new RegExp(`^(?:${alternatives('joins')})$`, 'iu');
const FILED = new RegExp(`\\s+(?:in|under|dans|unter|en|yn|${alternatives('categories')})\\s+.*$`, 'iu');
const JOINED = new RegExp(`[\\s,|·•—–-]+(?:${alternatives('joins')})?[\\s,:]*$`, 'iu');
const ROLE =
  /,[^,]*\b(?:editor|correspondent|reporter|writer|columnist|staff|contributor|rédact\p{L}+|redakt\p{L}+|redactor\p{L}*|gohebydd)\b.*$/iu;

/** The byline of a line (“By X”, “Posted on DATE by X”, “Von X”), or null where the line is none. */
export function readByline(line: string): Byline | null {
  if (line.length > 160) return null;
  const date = readDate(line);
  const words = date === null ? line : withoutDate(line, date.start, date.end);
  const found = SIGNED.exec(words);
  if (found === null) return null;
  const clock = date === null ? readClock(found[2] ?? '') : null;
  const name = nameIn(found[2] ?? '', clock?.start);
  if (!mayBeByline(name)) return null;
  const posted = (found[1] ?? '').includes(' ') || date !== null;
  return { name, date: date?.value ?? null, clock: clock?.time ?? null, posted };
}

function withoutDate(line: string, start: number, end: number): string {
  const before = line.slice(0, start).trim();
  const after = line.slice(end).trim();
  if (before === '' || POSTED_ON.test(before)) return after;
  return `${before} ${after}`.trim();
}

/** The name in what follows “By”: without the time, the category and the words that tied them to it. */
function nameIn(rest: string, clockStart: number | undefined): string {
  let name = rest.slice(0, clockStart);
  name = name.replace(FILED, '').replace(ROLE, '');
  for (let turn = 0; turn < 3; turn += 1) name = name.replace(JOINED, '');
  return name.replace(/^[\s|]+|[\s|,]+$/gu, '').replace(/(\p{L}{4})\.$/u, '$1');
}
