import { readByline } from './bylines.ts';
import type { CapturedTags } from './capture-result.ts';
import { readClock } from './clock-times.ts';
import { isJoin, readDate, readDateLine } from './dates.ts';
import { isBareHeading, readCount } from './headings.ts';
import { asksReaders, isClosed, isReplyForm, openInSentence } from './reply-form.ts';
import { readTagged, readTaggedLine, readTags } from './tags.ts';
import { alternatives, phraseMatcher } from './wording/phrases.ts';

/** What a line around an article says of it. `sure` lines are never prose; others only beside the prose. */
export interface Meta {
  sure: boolean;
  byline?: string;
  published?: string | null;
  /** A time of day without its date, `HH:MM`. */
  clock?: string;
  tags?: CapturedTags;
  open?: boolean;
  stated?: number;
}

const isEntrySentence = phraseMatcher('entry');
const isNoise = phraseMatcher('noise', 'replyLinks');
const CATEGORY = new RegExp(`^(?:${alternatives('categories')})(?:\\s*:|\\s|$)`, 'iu');
const CHANGED = new RegExp(
  `^(?:${alternatives('changed')})(?:\\s+on|\\s+le|\\s+am|\\s+el|\\s+ar)?\\s*:?\\s`,
  'iu',
);
const PARTS = /\s*(?:\||•|·|\/\/|\s[—–]\s)\s*/u;
const NEIGHBOURS = /^(?:[«←]\s?[^»]{1,120}|[^«]{1,120}\s?[»→])$/u;

/** What a line says of its article instead of being of its words; null for prose. */
export function readMeta(text: string): Meta | null {
  if (text.length > 1000) return null;
  const tags = readTags(text) ?? readTaggedLine(text);
  if (tags !== null) return { sure: true, tags };
  if (isEntrySentence(text)) return entrySentence(text);
  if (text.length > 250) return null;
  return filedLine(text) ?? partedLine(text) ?? simpleLine(text) ?? dateline(text);
}

/** “This entry was posted on … and is filed under …. You can follow any responses…” */
function entrySentence(text: string): Meta {
  const date = readDate(text);
  const first = text.slice(0, 300).split(/\.\s/u)[0] ?? '';
  const tags = readTagged(first.replace(/\s(?:by|on|par|le|von|am|por|el|gan|ar)\s.{1,60}$/iu, ''));
  const open = openInSentence(text);
  const byline = readByline(first.slice(Math.max(0, first.lastIndexOf(' by '))).trim());
  return {
    sure: true,
    ...(date?.value ? { published: date.value } : {}),
    ...(tags === null ? {} : { tags }),
    ...(open === null ? {} : { open }),
    ...(byline === null ? {} : { byline: byline.name }),
  };
}

/** `Filed under: Town — Imogen @ 4:05 pm`, `Posted in Town | Tagged tolls | 3 Comments`. */
function filedLine(text: string): Meta | null {
  if (!CATEGORY.test(text) || /[!?]$|[.]\s\p{L}/u.test(text)) return null;
  const signed = /\s[—–-]+\s([^—–@]{1,60}?)\s@\s/u.exec(text);
  const clock = signed === null ? null : readClock(text);
  const parts = text.split(' | ');
  const tags = parts.map(readTagged).find((found) => found !== null);
  const stated = parts.map(readCount).find((count) => count !== null);
  const date = readDate(text);
  return {
    sure: text.includes(':') || parts.length > 1 || text.length <= 60,
    ...(signed?.[1] === undefined ? {} : { byline: signed[1] }),
    ...(clock === null ? {} : { clock: clock.time }),
    ...(tags === undefined ? {} : { tags }),
    ...(stated === undefined || stated === null ? {} : { stated }),
    ...(date?.value ? { published: date.value } : {}),
    ...(parts.some(isClosed) ? { open: false } : {}),
  };
}

/** `Posted by Imogen at 4:05 PM | Permalink | Comments (3)`: every part must be one that themes print. */
function partedLine(text: string): Meta | null {
  const parts = text.split(PARTS).filter((part) => part !== '');
  if (parts.length < 2) return null;
  const metas = parts.map(partMeta);
  if (metas.some((meta) => meta === null)) return signedDate(parts);
  return Object.assign({}, ...metas, { sure: true });
}

/** `Imogen Thrale | March 3, 2011`: a name is not told from a section, so that only the date is read. */
function signedDate(parts: string[]): Meta | null {
  const dates = parts.map(readDateLine).filter((date) => date !== null);
  const rest = parts.filter((part) => readDateLine(part) === null && partMeta(part) === null);
  if (dates.length === 0 || rest.length > 1 || (rest[0] ?? '').length > 60) return null;
  return { sure: false, ...(dates[0]?.value ? { published: dates[0].value } : {}) };
}

function partMeta(part: string): Meta | null {
  return simpleLine(part) ?? filedLine(part) ?? taggedPart(part);
}

function taggedPart(part: string): Meta | null {
  const tags = readTagged(part);
  return tags === null ? null : { sure: true, tags };
}

function simpleLine(text: string): Meta | null {
  const date = readDateLine(text);
  if (date !== null) return { sure: false, ...(date.value === null ? {} : { published: date.value }) };
  const byline = readByline(text);
  if (byline !== null) return bylineMeta(byline);
  const stated = readCount(text);
  if (stated !== null) return { sure: false, stated };
  if (isClosed(text)) return { sure: true, open: false };
  if (isReplyForm(text) && !asksReaders(text)) return { sure: false, open: true };
  if (isNoise(text) || isNoiseList(text)) return { sure: text.includes(' ') };
  if (isBareHeading(text)) return { sure: false };
  if (CHANGED.test(text) && readDate(text) !== null && text.length < 80) return { sure: false };
  return timeOnly(text) ?? neighbours(text);
}

/** `Share this: Facebook Twitter Email`. */
function isNoiseList(text: string): boolean {
  const list = /^share(?: this| on| via)?\s?:?\s+(.+)$/iu.exec(text)?.[1];
  return list?.split(/[\s,|•·]+/u).every(isNoise) ?? false;
}

function bylineMeta(byline: {
  name: string;
  date: string | null;
  clock: string | null;
  posted: boolean;
}): Meta {
  return {
    sure: byline.posted && (byline.date !== null || byline.clock !== null),
    byline: byline.name,
    ...(byline.date === null ? {} : { published: byline.date }),
    ...(byline.clock === null ? {} : { clock: byline.clock }),
  };
}

function timeOnly(text: string): Meta | null {
  const clock = text.length > 40 ? null : readClock(text);
  if (clock === null) return null;
  const rest = `${text.slice(0, clock.start)} ${text.slice(clock.end)}`;
  return rest.split(' ').every(isJoin) ? { sure: false, clock: clock.time } : null;
}

/** `« An older article`, `A newer article →`: links to the neighbours of an article. */
function neighbours(text: string): Meta | null {
  return NEIGHBOURS.test(text) && !/[.?!]["”’]?$/u.test(text) ? { sure: true } : null;
}

/** `Wrenmouth, 12 March 2026, 07:00 GMT`: a place, then the date. */
function dateline(text: string): Meta | null {
  const date = text.length > 100 ? null : readDate(text);
  if (date === null || date.start === 0 || text.slice(date.end).trim() !== '') return null;
  const place = text.slice(0, date.start);
  if (!/^\p{Lu}[^.!?]{0,40},\s*$/u.test(place)) return null;
  return { sure: false, ...(date.value === null ? {} : { published: date.value }) };
}
