import { readingsOfResponse, wordsOfArticle } from './apparatus.ts';
import type { CapturedArticle, CapturedComment, CapturedTombstone } from './capture-result.ts';
import { type ArticleColophon, findArticleColophon } from './colophons.ts';
import { titleLines } from './find-heading.ts';
import { readHeading } from './headings.ts';
import { type Line, lineAt, paragraphsOf } from './lines.ts';
import { countLostLinks } from './lost-links.ts';
import { readMeta } from './meta-lines.ts';
import { withHeadings, withoutLinkMarks } from './printed-links.ts';
import { isClosed, isReplyForm } from './reply-form.ts';
import type { ResponseColophon } from './response-colophons.ts';
import { closingColophons, countIn } from './response-ends.ts';

/**
 * Reads back a Hustings page that was turned into plain text, by its colophons: numbers, names, times with
 * their offset, reply targets, tags, addresses and tombstones. Null where the page has no article colophon.
 */
export function readHustingsPage(lines: readonly Line[]): CapturedArticle | null {
  const colophon = findArticleColophon(lines);
  if (colophon === null) return null;
  const { standfirst, paragraphs, headings } = articleWords(lines, colophon);
  const { comments, tombstones, end } = responses(lines, colophon);
  return {
    title: colophon.title,
    byline: colophon.byline,
    published: colophon.published,
    paragraphs,
    tags: { names: colophon.tags, lost: 0 },
    lostLinks: countLostLinks(paragraphs),
    commentsStated: statedIn(lines, colophon.end) ?? colophon.responses,
    commentsOpen: colophon.open ?? openAfter(lines, end),
    comments,
    ...(standfirst === '' ? {} : { standfirst }),
    publication: colophon.publication,
    ...(colophon.revised === null ? {} : { revised: colophon.revised }),
    ...(colophon.corrected === null ? {} : { corrected: colophon.corrected }),
    ...(colophon.noted.length === 0 ? {} : { noted: colophon.noted }),
    ...(colophon.language === null ? {} : { language: colophon.language }),
    ...(colophon.quotedBy.length === 0 ? {} : { quotedBy: colophon.quotedBy }),
    ...(colophon.series === null ? {} : { series: colophon.series }),
    ...(colophon.related.length === 0 ? {} : { related: colophon.related }),
    ...(colophon.address === null ? {} : { address: colophon.address }),
    ...(colophon.links.length === 0 ? {} : { links: colophon.links }),
    ...(headings.length === 0 ? {} : { headings }),
    ...(tombstones.length === 0 ? {} : { tombstones }),
  };
}

function articleWords(
  lines: readonly Line[],
  colophon: ArticleColophon,
): { standfirst: string; paragraphs: string[]; headings: string[] } {
  const top = lines.slice(0, tagsAt(lines, colophon));
  const start = titleEnd(top, colophon);
  const first = headAt(top, start, colophon);
  const body = first < 0 ? start : headEnd(top, first, colophon);
  const above = first < 0 ? [] : top.slice(start, first);
  const words = withoutSeries(wordsOfArticle(paragraphsOf(top.slice(body))), colophon.series);
  return {
    standfirst: above
      .map((line) => line.text)
      .filter((text) => !isByline(text, colophon.byline))
      .join(' '),
    ...withHeadings(withoutLinkMarks(words, colophon.links), colophon.headings),
  };
}

/** Behind the title; behind the one nearest to the head where the window's stands above it. */
function titleEnd(top: readonly Line[], colophon: ArticleColophon): number {
  const endAt = (at: number) => at + titleLines(top, at, colophon.title);
  const first = top.findIndex((_, at) => endAt(at) > at);
  if (first < 0) return 0;
  const head = headAt(top, endAt(first), colophon);
  const between = top.slice(0, Math.max(head, 0));
  const again = between.findLastIndex((_, at) => at > first && endAt(at) > at);
  return endAt(Math.max(first, again));
}

/** The names over the article, however they are joined. */
function isByline(text: string, byline: string | null): boolean {
  const names = (list: string) =>
    list
      .replace(/^By /u, '')
      .split(/, | and /u)
      .join('\n');
  return byline !== null && names(text) === names(byline);
}

/** Without the box that says which parts are before it and behind it: the last thing under the article. */
function withoutSeries(paragraphs: string[], series: string | null): string[] {
  const at = paragraphs.findLastIndex(
    (text) => series !== null && (text.startsWith(series) || isEmptiedPlace(text, series)),
  );
  const isBox = at >= 0 && paragraphs.slice(at + 1).every((text) => /^(?:Previous|Next) part:/u.test(text));
  return isBox ? paragraphs.slice(0, at) : paragraphs;
}

/** The list of tags above the colophon, or the colophon itself. */
function tagsAt(lines: readonly Line[], { at, tags }: ArticleColophon): number {
  const from = Math.max(0, at - tags.length - 1);
  const list = lines
    .slice(from, at)
    .findIndex(
      ({ text }) => tags.length > 0 && (text.startsWith(`Tags: ${tags[0]}`) || /^Tags:[ ,]*$/u.test(text)),
    );
  return list < 0 ? at : from + list;
}

/** The byline, dateline or count under the title, below a standfirst of a few lines at most. */
function headAt(lines: readonly Line[], start: number, colophon: ArticleColophon): number {
  const near = lines
    .slice(start, start + 12)
    .findIndex(({ text }) => isHead(text) || isEmptied(text, colophon));
  return near < 0 ? -1 : start + near;
}

function headEnd(lines: readonly Line[], first: number, colophon: ArticleColophon): number {
  let at = first;
  while (at < lines.length && isBelowHead(lineAt(lines, at).text, colophon)) at += 1;
  return at;
}

/** `Guest writer: Name` and the place in a series are ours where the colophon has them too. */
function isBelowHead(text: string, colophon: ArticleColophon): boolean {
  const { byline, series } = colophon;
  const guest = /^Guest writer: (.+?)(?:, | https?:|$)/u.exec(text)?.[1];
  return (
    isHead(text) ||
    isEmptied(text, colophon) ||
    text === series ||
    (guest !== undefined && byline?.includes(guest) === true)
  );
}

/** What is left of the head where links were dropped with their words: `By`, `Wrenmouth,`, `Part 2 of 5 of`. */
function isEmptied(text: string, { publication, series }: ArticleColophon): boolean {
  if (/^By(?:,| and)*$/u.test(text) || text === `${publication.split(', ').at(-1)},`) return true;
  return series !== null && isEmptiedPlace(text, series);
}

function isEmptiedPlace(text: string, series: string): boolean {
  return /^Part [\d,]+ of [\d,]+ of$/u.test(text) && series.startsWith(text);
}

function isHead(text: string): boolean {
  if (/^(?:Correction|Clarification|Apology|Update), /iu.test(text)) return false;
  return readMeta(text) !== null || /^Follow-up to /u.test(text);
}

interface Responses {
  comments: CapturedComment[];
  tombstones: CapturedTombstone[];
  end: number;
}

function responses(lines: readonly Line[], article: ArticleColophon): Responses {
  const comments: CapturedComment[] = [];
  const tombstones: CapturedTombstone[] = [];
  let from = article.end;
  for (const colophon of closingColophons(lines, article, wordsBetween)) {
    if (colophon.tombstone !== null) tombstones.push(colophon.tombstone);
    else comments.push(comment(lines.slice(from, colophon.at), colophon));
    from = colophon.end;
  }
  return { comments, tombstones, end: from };
}

/** What stands between the colophon before and a response's own, as the words that the response has. */
function wordsBetween(lines: readonly Line[], colophon: ResponseColophon): string[] {
  const head = headOf(lines, colophon);
  let likeliest: string[] | null = null;
  for (const reading of readingsOfResponse(lines.slice(headEnds(lines, head, colophon)), colophon)) {
    const words = withoutLinkMarks(reading, colophon.links);
    likeliest ??= words;
    if (colophon.words === null || countIn(words) === colophon.words) return words;
  }
  return likeliest ?? [];
}

function headOf(lines: readonly Line[], { number }: ResponseColophon): number {
  return lines.findIndex((line) => line.text.startsWith(`${number}. `));
}

function comment(lines: readonly Line[], colophon: ResponseColophon): CapturedComment {
  const { text: head } = lineAt(lines, headOf(lines, colophon));
  const paragraphs = wordsBetween(lines, colophon);
  const { number, author, anonymous, unnamed, published } = colophon;
  return {
    number,
    author: author === '' || anonymous || unnamed ? null : author,
    published,
    kind: /^\d{1,7}\. Pingback:(?!.* says:$)/iu.test(head) ? 'pingback' : 'comment',
    paragraphs,
    lostLinks: countLostLinks(paragraphs),
    ...(colophon.inReplyTo === null ? {} : { inReplyTo: colophon.inReplyTo }),
    ...(colophon.sameWriter.length === 0 ? {} : { sameWriter: colophon.sameWriter }),
    ...(colophon.archived ? { archived: true } : {}),
    ...(colophon.byStaff ? { byStaff: true } : {}),
    ...(unnamed ? { unnamed: true } : {}),
    ...(colophon.edited === null ? {} : { edited: colophon.edited }),
    ...(colophon.url === null ? {} : { url: colophon.url }),
    ...(colophon.address === null ? {} : { address: colophon.address }),
    ...(colophon.links.length === 0 ? {} : { links: colophon.links }),
  };
}

/** Behind the line `3. Name says:`, which a narrow page breaks. */
function headEnds(lines: readonly Line[], head: number, { number, author }: ResponseColophon): number {
  const whole = `${number}. ${author} says:`.toUpperCase();
  let text = lineAt(lines, head).text;
  for (let end = head + 1; end <= head + 4; end += 1) {
    if (text.toUpperCase() === whole) return end;
    text += ` ${lineAt(lines, end).text}`;
  }
  return head + 1;
}

function statedIn(lines: readonly Line[], from: number): number | null {
  for (let at = from; at < Math.min(lines.length, from + 8); at += 1) {
    const heading = readHeading(lines, at);
    if (heading?.stated !== undefined && heading.stated !== null) return heading.stated;
  }
  return null;
}

function openAfter(lines: readonly Line[], from: number): boolean | null {
  const rest = lines.slice(from);
  if (rest.some((line) => isClosed(line.text))) return false;
  return rest.some((line) => isReplyForm(line.text)) ? true : null;
}
