import type { CapturedArticle, CaptureResult } from './capture-result.ts';
import { findHeading, type Heading } from './find-heading.ts';
import { findUnheadedThread } from './find-thread.ts';
import { findTitle } from './find-title.ts';
import { readHustingsPage } from './hustings-page.ts';
import { type Line, lineAt, splitLines } from './lines.ts';
import { countLostLinks } from './lost-links.ts';
import { notesOf } from './notes.ts';
import { type ArticleText, readArticle } from './read-article.ts';
import { NOT_A_WEBLOG_PAGE, refusedByShape } from './refusal.ts';
import { isClosed, isReplyForm, isThreadEnd } from './reply-form.ts';
import { readThread, type Thread } from './thread.ts';

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
  const article = readHustingsPage(lines) ?? readPage(lines);
  return article === null
    ? refusal(NOT_A_WEBLOG_PAGE)
    : { format: 'text-capture', refused: null, articles: [article] };
}

function refusal(sentence: string): CaptureResult {
  return { format: 'text-capture', refused: sentence, articles: [] };
}

function readPage(lines: readonly Line[]): CapturedArticle | null {
  const heading = findHeading(lines);
  const { bodyEnd, thread } = threadOf(lines, heading);
  const title = findTitle(lines, bodyEnd, heading?.quoted ?? null);
  if (title === null) return null;
  const body = readArticle(lines.slice(0, title.at), lines.slice(title.end, bodyEnd));
  const open = openOf(lines, thread.end) ?? body.open;
  if (!isWeblogPage({ lines, heading, body, open, thread })) return null;
  const stated = heading === null ? body.stated : (heading.stated ?? body.stated);
  const notes = notesOf({ stated, comments: thread.comments, leftOut: body.leftOut });
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

/** The thread, and where the article above it ends; without a heading, by the items or the form alone. */
function threadOf(lines: readonly Line[], heading: Heading | null): { bodyEnd: number; thread: Thread } {
  if (heading !== null) {
    return { bodyEnd: heading.at, thread: readThread(lines, heading.at + heading.lines, heading.stated) };
  }
  const from = findUnheadedThread(lines);
  if (from !== null) return { bodyEnd: from, thread: readThread(lines, from, null) };
  const end = lastForm(lines);
  return { bodyEnd: end, thread: { comments: [], end } };
}

/** The reply form, closed line or foot that the article's words end at. */
function lastForm(lines: readonly Line[]): number {
  const isForm = ({ text }: Line) => isReplyForm(text) || isClosed(text);
  const prose = lines.findLastIndex((line) => line.text.length > 120);
  const form = lines.findIndex((line, index) => index > prose && index > 0 && isForm(line));
  if (form >= 0) return form;
  const foot = lines.findIndex(
    (line, index) => index > prose && index > 0 && line.gap && isThreadEnd(line.text),
  );
  return foot >= 0 ? foot : lines.length;
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
