import { withDottedNumbers } from './bare-numbers.ts';
import type { CapturedComment } from './capture-result.ts';
import { chooseItems } from './choose-items.ts';
import { type Body, commentOf, trimmed } from './comment-bodies.ts';
import { type ItemLine, POSTED_ABOVE, readItemLine, readLooseItemLine } from './item-lines.ts';
import { type Line, lineAt } from './lines.ts';
import { readNameAlone, readNameOverDay } from './lone-names.ts';
import { nameDoubt } from './names.ts';
import { readSignature, type SignatureLine } from './signature-lines.ts';
import { endsOf } from './thread-ends.ts';
import { phraseMatcher } from './wording/phrases.ts';

/** The comments of a thread, the line of its first signature or item, and the line where it ends. */
export interface Thread {
  comments: CapturedComment[];
  start: number;
  end: number;
  /** Whether the signatures stand below the words that they sign. */
  signedBelow: boolean;
}

const isNoise = phraseMatcher('noise', 'replyLinks');

/** The comments in the lines from a heading on. `stated` is how many the page says there are, if it does. */
export function readThread(all: readonly Line[], from: number, stated: number | null): Thread {
  const lines = withDottedNumbers(all, from);
  const ends = endsOf(lines, from);
  const signed = signedThread(lines, from, { ends, stated });
  const headed = headedThread(lines, from, { ends, stated, read: readItemLine });
  const best = better(lines, from, { signed, headed, stated });
  if (best.comments.length > 0) return best;
  const lone = loneNames(lines, from, stated);
  if (lone !== null) return lone;
  return stated === 0 ? best : headedThread(lines, from, { ends, stated, read: readLooseItemLine });
}

/** The comments under names alone on their lines: only where there are exactly as many as the page states. */
export function loneNames(lines: readonly Line[], from: number, stated: number | null): Thread | null {
  if (stated === null || stated === 0) return null;
  const ends = endsOf(lines, from);
  const threads = [readNameOverDay, readNameAlone].map((read) =>
    headedThread(lines, from, { ends, stated, read }),
  );
  return threads.find(({ comments }) => comments.length === stated) ?? null;
}

/** Whether lines from a place on begin with an item: the sign of a heading. */
export function beginsThread(lines: readonly Line[], from: number): boolean {
  return firstItemNear(lines, from, { read: readItemLine, tries: 2 }) !== null;
}

/** How many lines that look like a thread's end are weighed before the rest is taken for the page's foot. */
const MOST_ENDS = 20;

interface Reading {
  ends: number[];
  stated: number | null;
}

function better(
  lines: readonly Line[],
  from: number,
  { signed, headed, stated }: { signed: Thread; headed: Thread; stated: number | null },
): Thread {
  if (signed.comments.length === 0) return headed;
  if (headed.comments.length === 0 || firstItemNear(lines, from, { read: readItemLine, tries: 1 }) === null)
    return signed;
  const off = (thread: Thread) => Math.abs(thread.comments.length - (stated ?? Number.POSITIVE_INFINITY));
  return off(signed) < off(headed) ? signed : headed;
}

type Reader = (lines: readonly Line[], at: number) => ItemLine | null;

function headedThread(lines: readonly Line[], from: number, how: Reading & { read: Reader }): Thread {
  const first = firstItemNear(lines, from, { read: how.read, tries: 2 }) ?? firstItem(lines, from, how);
  if (first === null)
    return { comments: [], start: from, end: how.ends[0] ?? lines.length, signedBelow: false };
  const found: ItemLine[] = [];
  for (let at = first.at; at < lines.length; at += 1) {
    const item = how.read(lines, at);
    if (item === null) continue;
    found.push(item);
    at = Math.max(at, item.bodyAt - 1);
  }
  const { items, end } = untilEnd(lines, found, how);
  const comments = items.map((item, index) => commentOf(lines, item, items[index + 1]?.at ?? end));
  return { comments: inOrder(comments), start: first.at, end, signedBelow: false };
}

function inOrder(comments: readonly CapturedComment[]): CapturedComment[] {
  return comments.map((comment, index) => ({ ...comment, number: index + 1 }));
}

/** The item among the first lines, after the noise that themes print above the list and at most one other line. */
function firstItemNear(
  lines: readonly Line[],
  from: number,
  { read, tries }: { read: Reader; tries: number },
): ItemLine | null {
  for (let at = from, others = 0; at < lines.length && others < tries; at += 1) {
    const item = read(lines, at);
    if (item !== null && (others === 0 || isSure(item))) return item;
    if (!isNoise(lineAt(lines, at).text)) others += 1;
  }
  return null;
}

/** Below other words, a line that may close them or introduce a speaker opens no thread. */
function isSure(item: ItemLine): boolean {
  return item.family !== POSTED_ABOVE && (item.number !== null || nameDoubt(item.author) < 2);
}

function firstItem(
  lines: readonly Line[],
  from: number,
  { ends, read }: Reading & { read: Reader },
): ItemLine | null {
  const formFirst = ends[0] === from || (ends[0] ?? from) < from + 3;
  const until = formFirst ? lines.length : (ends[0] ?? lines.length);
  for (let at = from; at < until; at += 1) {
    const item = read(lines, at);
    if (item !== null && isSure(item) && (item.gap || item.number !== null)) return item;
  }
  return null;
}

/** The items before the line that ends the thread; past it only while the page states more than there are. */
function untilEnd(
  lines: readonly Line[],
  found: readonly ItemLine[],
  { ends, stated }: Reading,
): { items: ItemLine[]; end: number } {
  const first = found[0]?.bodyAt ?? 0;
  const within = ends.filter((end) => end >= first);
  let end = within[0] ?? lines.length;
  let items = chooseItems(lines, before(found, end), stated);
  for (const next of within.slice(1, MOST_ENDS)) {
    if (items.length >= (stated ?? 0)) break;
    const more = chooseItems(lines, before(found, next), stated);
    if (more.length > items.length && more.length <= (stated ?? 0)) [items, end] = [more, next];
  }
  return { items, end };
}

function before<Item extends { at: number }>(items: readonly Item[], end: number): Item[] {
  return items.filter((item) => item.at < end);
}

/** Themes that sign a comment below its words: the words before each signature are its comment. */
function signedThread(lines: readonly Line[], from: number, { ends, stated }: Reading): Thread {
  const all: SignatureLine[] = [];
  for (let at = from; at < lines.length; at += 1) {
    const signature = readSignature(lines, at);
    if (signature !== null) all.push(signature);
  }
  const alike = alikeSignatures(all);
  const wanted = alike[Math.min(Math.max(stated ?? 1, 1), alike.length) - 1]?.at ?? from;
  const end = ends.find((at) => at > wanted) ?? lines.length;
  const signatures = before(alike, end);
  const bodies = signatures.map((signature, index) =>
    trimmed(lines.slice(index === 0 ? from : (signatures[index - 1]?.at ?? 0) + 1, signature.at)),
  );
  const counted = bodies.every((body, index) => beginsWith(body, index + 1));
  const comments = signatures.map((signature, index) =>
    commentOf(counted ? withoutNumber(bodies[index] ?? []) : (bodies[index] ?? []), signature, undefined),
  );
  return { comments: inOrder(comments), start: signatures[0]?.at ?? from, end, signedBelow: true };
}

/** A quoted signature of another form, or one without dash and date among those with, is somebody's words. */
function alikeSignatures(all: readonly SignatureLine[]): SignatureLine[] {
  const last = all.findLast((signature) => signature.strong) ?? all.at(-1);
  if (last === undefined) return [];
  return all.filter((signature) => signature.form === last.form && signature.strong === last.strong);
}

function beginsWith(body: Body, number: number): boolean {
  return body.length === 0
    ? true
    : (body[0]?.text.startsWith(`${number}. `) ?? false) || body[0]?.text === `${number}.`;
}

function withoutNumber(body: Body): Body {
  const [first, ...rest] = body;
  if (first === undefined) return body;
  const text = first.text.replace(/^\d+\.\s*/u, '');
  return text === '' ? rest : [{ ...first, text }, ...rest];
}
