import type { CapturedComment } from './capture-result.ts';
import { readDateLine } from './dates.ts';
import type { ItemLine } from './item-lines.ts';
import { type Line, paragraphsOf } from './lines.ts';
import { countLostLinks } from './lost-links.ts';
import { isReplyForm, isThreadEnd } from './reply-form.ts';
import { isSentence } from './sentences.ts';
import type { SignatureLine } from './signature-lines.ts';
import { phraseMatcher, plain } from './wording/phrases.ts';

/** The lines of a comment's own words. */
export type Body = readonly Line[];

const isReplyPhrase = phraseMatcher('replyLinks');
const isShare = (text: string) =>
  isReplyPhrase(text) || /^(?:share|teilen|partager|compartir|rhannu)$/iu.test(text);
const isPager = (text: string) => PAGERS.has(plain(text));
const PAGERS = new Set([
  ...['older comments', 'newer comments', 'previous comments', 'next comments'],
  ...['commentaires plus anciens', 'commentaires plus récents', 'ältere kommentare', 'neuere kommentare'],
  ...['comentarios más antiguos', 'comentarios más recientes', 'comentarios anteriores', 'sylwadau hŷn'],
  ...['sylwadau cynharach', 'sylwadau mwy newydd', '← previous', 'load more comments'],
]);
/** Links that are words too: dropped only where other words remain. */
const WORDS_TOO = new Set([
  'like',
  'quote',
  'link',
  'report',
  'flag',
  'citer',
  'lien',
  'zitieren',
  'melden',
  'citar',
  'enlace',
]);
const EXCERPT = /^\[(?:…|\.\.\.)\].*\[(?:…|\.\.\.)\]$/su;

/** The comment that an item line opens and another line ends, or that a signature closes. Its number is 0. */
export function commentOf(
  lines: readonly Line[],
  item: ItemLine | SignatureLine,
  end: number | undefined,
): CapturedComment {
  const body = withoutForm('bodyAt' in item ? opened(item, lines.slice(item.bodyAt, end)) : lines);
  const blogger = 'family' in item && item.family.endsWith('...') && item.published === null;
  const { words, published } = blogger
    ? dateBelow(trimmed(body))
    : { words: trimmed(body), published: item.published };
  const paragraphs = paragraphsOf(withoutLinks(words));
  return {
    number: 0,
    author: item.author,
    published,
    kind: EXCERPT.test(paragraphs.join(' ')) ? 'pingback' : item.kind,
    paragraphs,
    lostLinks: countLostLinks(paragraphs),
  };
}

/** “Reply”, “Reply • Share”, “Reply to 2”; “Edit:” is a reader's. */
function isReplyLink(text: string): boolean {
  if (/[:：]$/u.test(text)) return false;
  const parts = text.slice(0, 100).split(/\s*[•·|]\s*/u);
  if (parts.length > 1 && text.length < 100) return parts.every(isShare);
  return isReplyPhrase(text) || /^Reply to [\d,]+$/u.test(text);
}

/** The lines without the links (“Reply”, “Permalink”) and pagers around the words. */
export function trimmed(lines: Body): Line[] {
  let [from, to] = [0, lines.length];
  while (from < to && isAround(lines[from], to - from)) from += 1;
  while (to > from && isAround(lines[to - 1], to - from)) to -= 1;
  return lines.slice(from, to);
}

/** The links that a theme set between two paragraphs, each alone on its line. */
function withoutLinks(lines: readonly Line[]): Line[] {
  return lines.filter((line, index) => {
    const alone = line.gap && lines[index + 1]?.gap !== false;
    return !(alone && lines.length > 1 && !/[:.!?]$/u.test(line.text) && isLinkOnly(line.text));
  });
}

function isLinkOnly(text: string): boolean {
  return isReplyLink(text) && !WORDS_TOO.has(plain(text));
}

function isAround(line: Line | undefined, left: number): boolean {
  if (line === undefined) return false;
  if (isPager(line.text)) return true;
  return isReplyLink(line.text) && (left > 1 || !WORDS_TOO.has(plain(line.text)));
}

function opened(item: ItemLine, rest: Line[]): Line[] {
  if (item.opening === '') return rest;
  return [{ text: item.opening, indent: item.indent, gap: true }, ...rest];
}

/** The form that stands below the response that it answers, from its head (“Leave a Reply to X”) on. */
function withoutForm(lines: Body): Line[] {
  const head = lines.findIndex(({ text, gap }) => gap && isReplyForm(text));
  const form = lines.slice(head);
  const isOnlyForm =
    head > 0 &&
    form.filter(({ text }) => isReplyForm(text)).length > 1 &&
    form.every(({ text }) => isReplyForm(text) || isThreadEnd(text) || !isSentence(text));
  return isOnlyForm ? lines.slice(0, head) : [...lines];
}

/** Blogger prints the date below the words. */
function dateBelow(lines: Line[]): { words: Line[]; published: string | null } {
  const last = lines.at(-1);
  const date = last === undefined || lines.length < 2 ? null : readDateLine(last.text);
  if (date === null) return { words: lines, published: null };
  return { words: trimmed(lines.slice(0, -1)), published: date.value };
}
