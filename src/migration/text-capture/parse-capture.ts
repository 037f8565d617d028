import type { CapturedArticle, CaptureResult } from './capture-result.ts';
import { countAtTop, type Parts, partsBelowCount } from './count-above.ts';
import { findHeading, type Heading } from './find-heading.ts';
import { findUnheadedThread } from './find-thread.ts';
import { type FoundTitle, findTitle } from './find-title.ts';
import { readHustingsPage } from './hustings-page.ts';
import { noteOfLeftOut } from './left-out.ts';
import { type Line, lineAt, splitLines } from './lines.ts';
import { countLostLinks } from './lost-links.ts';
import { notesOf } from './notes.ts';
import { type ArticleText, readArticle } from './read-article.ts';
import { NOT_A_WEBLOG_PAGE, refusedByShape } from './refusal.ts';
import { isClosed, isReplyForm } from './reply-form.ts';
import { loneNames, readThread, type Thread } from './thread.ts';
import { endsOf } from './thread-ends.ts';
import { undress } from './undress.ts';

/**
 * Reads the flattened text of a weblog page: its article, what is left of its tags and dates, and its
 * comments, in the forms of WordPress themes, Movable Type, Blogger and Hustings, in English, French, German,
 * Spanish and Welsh. Pure; never throws. What the text does not say is null. A text that is no weblog page
 * gives no article and a sentence in `refused`.
 */
export function parseCapture(text: string): CaptureResult {
  const lines = splitLines(text);
  const refused = refusedByShape(text, lines);
  if (refused !== null) return refusal(refused);
  const article = readHustingsPage(splitLines(undress(text))) ?? readPage(lines);
  return article === null
    ? refusal(NOT_A_WEBLOG_PAGE)
    : { format: 'text-capture', refused: null, articles: [article] };
}

function refusal(sentence: string): CaptureResult {
  return { format: 'text-capture', refused: sentence, articles: [] };
}

function readPage(lines: readonly Line[]): CapturedArticle | null {
  const heading = findHeading(lines);
  const first = threadOf(lines, heading);
  const title = findTitle(lines, first.bodyEnd, heading?.quoted ?? null);
  if (title === null) return null;
  const { body, thread, notes: told } = articleAndThread(lines, { heading, first, title });
  const open = openOf(lines, thread.end) ?? body.open;
  if (!isWeblogPage({ lines, heading, body, open, thread })) return null;
  const stated = heading === null ? body.stated : (heading.stated ?? body.stated);
  const notes = [
    ...told,
    ...notesOf({ stated, comments: thread.comments, leftOut: body.leftOut }),
    ...body.related.notes,
    ...noteOfLeftOut(lines, keptWords(title.title, body, thread)),
  ];
  return {
    title: title.title,
    byline: body.byline,
    published: body.published,
    paragraphs: body.paragraphs,
    tags: body.tags,
    lostLinks: countLostLinks(body.paragraphs),
    commentsStated: stated,
    commentsOpen: open,
    comments: thread.comments,
    ...(notes.length === 0 ? {} : { notes }),
  };
}

interface Found {
  heading: Heading | null;
  first: Parts;
  title: FoundTitle;
}

/** The article's words and its thread: a count above the article is no heading of the thread. */
function articleAndThread(
  lines: readonly Line[],
  { heading, first, title }: Found,
): Omit<Parts, 'bodyEnd'> & { body: ArticleText } {
  const bodyOf = ({ bodyEnd }: Parts) =>
    readArticle(lines.slice(0, title.at), lines.slice(title.end, bodyEnd));
  const body = bodyOf(first);
  if (heading === null || body.paragraphs.length > 0) return { ...first, body };
  const below = partsBelowCount(lines, heading, first.thread);
  const words = below === null ? body : bodyOf(below);
  if (below === null || words.paragraphs.length === 0) return { ...first, body };
  return { ...below, body: words };
}

function keptWords(title: string, body: ArticleText, { comments }: Thread): string[] {
  const responses = comments.flatMap(({ author, paragraphs }) => [author ?? '', ...paragraphs]);
  const beside = body.related.dropped.map(({ text }) => text);
  return [title, ...body.paragraphs, ...responses, ...body.leftOut, ...beside];
}

/** The thread, and where the article above it ends; without a heading, by the items or the form alone. */
function threadOf(lines: readonly Line[], heading: Heading | null): Parts {
  if (heading !== null) {
    const thread = readThread(lines, heading.at + heading.lines, heading.stated);
    return { bodyEnd: heading.at, thread, notes: [] };
  }
  const count = countAtTop(lines);
  const stated = count?.stated ?? null;
  const from = findUnheadedThread(lines, stated);
  if (from !== null) return { bodyEnd: from, thread: readThread(lines, from, stated), notes: [] };
  const lone = count === null ? null : loneNames(lines, count.at + 1, stated);
  if (lone !== null) return { bodyEnd: lone.start, thread: lone, notes: [] };
  const end = lastForm(lines);
  return { bodyEnd: end, thread: { comments: [], start: end, end, signedBelow: false }, notes: [] };
}

/** The reply form, closed line or foot that the article's words end at. */
function lastForm(lines: readonly Line[]): number {
  const prose = lines.findLastIndex((line) => line.text.length > 120);
  const ends = endsOf(lines, Math.max(prose + 1, 1));
  const isForm = ({ text }: Line) => isReplyForm(text) || isClosed(text);
  return ends.find((at) => isForm(lineAt(lines, at))) ?? ends[0] ?? lines.length;
}

/** True where a reply form stands after the thread, false where a line says closed, null where nothing tells. */
function openOf(lines: readonly Line[], from: number): boolean | null {
  let open: boolean | null = null;
  for (let at = from; at < lines.length; at += 1) {
    const { text } = lineAt(lines, at);
    if (isClosed(text)) return false;
    if (isReplyForm(text)) open = true;
  }
  return open;
}

interface Signs {
  lines: readonly Line[];
  heading: Heading | null;
  body: ArticleText;
  open: boolean | null;
  thread: Thread;
}

const BOOK =
  /^(?:chapter|part|book|act|scene|kapitel|chapitre|capítulo|pennod)\s+(?:[ivxlc]+|\d+|one|two|three)\b|project gutenberg/iu;

/** A byline alone does not make a weblog page of a book. */
function isWeblogPage({ lines, heading, body, open, thread }: Signs): boolean {
  if (heading !== null || thread.comments.length > 0) return true;
  const book = lines.slice(0, 60).some((line) => BOOK.test(line.text.slice(0, 100)));
  if (book) return false;
  return open !== null || body.signed;
}
