import { readClock } from './clock-times.ts';
import { readDate } from './dates.ts';
import { mayBeName } from './names.ts';
import { withoutTies } from './ties.ts';
import { everyPhrase } from './wording/phrases.ts';

/** What an item line with a verb says: the author, the date where it is on the line, the form of the line. */
export interface SaysLine {
  family: string;
  author: string | null;
  published: string | null;
}

const SAYS = everyPhrase('says');
const SAYS_BEFORE = everyPhrase('saysBefore');
const ENDING = /\s*(?::|：|\.\.\.|…)$/u;
const AT_TIME = /^(?:at|à|um|a las|am)\s+(?=\d)/iu;
const CLASS_OF_NAME = /^(?:anonymous|blogger|openid|anonyme|anonym|anónimo)\s+(?=\S)/iu;

/** `X says:`, `X on DATE at TIME said:`, `Le DATE, X a dit :`, `X schreibt am DATE:`, `Meddai X:`. */
export function readSays(text: string): SaysLine | null {
  const ending = ENDING.exec(text);
  if (ending === null) return null;
  const dots = /[.…]$/u.test(text);
  const core = dated(withoutTime(text.slice(0, ending.index)));
  const told = verbAfter(core.words) ?? verbBefore(core.words);
  if (told === null || !mayBeName(told.name)) return null;
  const name = core.lost && told.name !== '' ? told.name : withoutLostDate(told.name);
  const family = `${told.verb}${dots ? '...' : ':'}`;
  return { family, author: name === '' ? null : name, published: core.published };
}

/** Blogger's `At 10:02 AM, Anonymous X said...`: the time alone, then a word for the kind of account. */
function withoutTime(text: string): string {
  const tie = AT_TIME.exec(text);
  if (tie === null || readDate(text) !== null) return text;
  const clock = readClock(text);
  if (clock === null || clock.start > tie[0].length) return text;
  const rest = text.slice(clock.end).replace(/^[\s,]+/u, '');
  const verbless = rest.replace(CLASS_OF_NAME, '');
  return verbAfter(verbless)?.name === '' ? rest : verbless;
}

/** The words without the date between, before or after them. */
function dated(text: string): { words: string; published: string | null; lost: boolean } {
  const date = readDate(text);
  if (date === null) return { words: text, published: null, lost: false };
  const before = withoutTies(text.slice(0, date.start), 'end');
  const after = withoutTies(text.slice(date.end), 'start');
  return { words: `${before} ${after}`.trim(), published: date.value, lost: true };
}

/** `X on said:` is what is left of `X on DATE said:` when its link is dropped. */
function withoutLostDate(name: string): string {
  return name.replace(/(?:^|\s)on$/u, '');
}

interface Told {
  name: string;
  verb: string;
}

function verbAfter(words: string): Told | null {
  const low = words.toLowerCase();
  const verb = SAYS.find((word) => low === word || low.endsWith(` ${word}`));
  if (verb === undefined) return null;
  const name = words.slice(0, words.length - verb.length).replace(/^mae\s+(?=.*\s$)/iu, '');
  return { verb, name: name.trim() };
}

function verbBefore(words: string): Told | null {
  const low = words.toLowerCase();
  const verb = SAYS_BEFORE.find((word) => low.startsWith(`${word} `));
  if (verb === undefined) return null;
  return { verb, name: words.slice(verb.length).trim() };
}
