import { readDateLine } from './dates.ts';
import { type Line, paragraphsOf } from './lines.ts';
import type { ResponseColophon } from './response-colophons.ts';

const MARKS =
  / ?\[(?:↑|(?:exact|altered)(?:, [^\][]{1,60})?|responses? \d+(?:, (?:removed|withdrawn|withheld))?)\]/gu;
const ANSWERED = /^(?:Answered|Quoted|Referred to) by(?: [\d, ]*)?(?: ?and (?:[\d,]+|others))?$/u;
const WRITER = /^Same writer as[\d, ]*(?: ?and (?:[\d,]+|others))?$/u;
const EDITED = /^Edited (?:\d{2}:\d{2}|\d{1,2} \p{L}+ \d{4}.{0,20})$/u;
const BUTTONS =
  /^(?:Reply|Report(?: [\d,]+)?|Answer|Report this response|Reply to [\d,]+|Cite(?: [\d,]+)?|Conversation of [\d,]+|Complain about [\d,]+|Permalink)$/u;
const KEPT_FROM = /^“.{1,300}”(?: \[\w{1,3}\])?, .{1,200}\d{4}\./u;
const KEPT_UNTIL = /Kept as it stood on |, so nothing was kept of it\./u;
const DIFFERENCE = /^How the quotation differs from /u;
const LOSSES = 'What the archive copy had lost';
const LOSS =
  /^(?:[•*·-] ?)?(?:The original date is unknown|The byline is unknown|Dates of responses are unknown|.{1,12} (?:tags?|links?) lost (?:its|their) |The page spoke of )/u;
const CORRECTED =
  /^(?:Correction|Clarification|Apology|Update), \d{1,2} \p{L}+ \d{4}(?:, \d{2}:\d{2}(?: [A-Z+:\d−-]{1,9})?)?(?: (?=\p{L})|$)(.*)$/iu;
const NOTE_ENDS = /(?:^|\s)(?:Both versions|All corrections)$/u;
/** With its time of day, as the page alone prints it: the way to both versions may be lost. */
const NOTED = /, \d{2}:\d{2} [A-Z+:\d−-]{1,9}$/u;
const CLAIM =
  /^(?:\d{1,2} \p{L}+ \d{4}(?:, \d{2}:\d{2})?: |(?:Confirmed|Partly|Denied|Unresolved|Comes due|Came due|Before: (?:Confirmed|Partly|Denied|Unresolved))\b|Withdrawn with the article that said so: )/u;

/**
 * A response's own paragraphs, without the number line, dates, reply targets and marks that the page adds. What looks
 * like these may be the writer's own, so that there are several readings, the likeliest first.
 */
export function* readingsOfResponse(lines: readonly Line[], colophon: ResponseColophon): Generator<string[]> {
  const starts = withoutStarts(lines, colophon).map((start) => withoutEnds(start, colophon.number));
  const most = Math.max(...starts.map((ends) => ends.length));
  const inTurn = Array.from({ length: most }, (_, end) => starts.flatMap((ends) => ends.slice(end, end + 1)));
  for (const own of inTurn.flat()) {
    const paragraphs = paragraphsOf(own);
    yield withoutKept(paragraphs)
      .map(withoutMarks)
      .filter((text) => text !== '');
    yield paragraphs;
  }
}

/** A paragraph without the verdicts that the page prints behind quotations and references. */
export function withoutMarks(paragraph: string): string {
  return paragraph.replace(MARKS, '').trim();
}

/** Each kind of line is dropped once, and only where the colophon says the same: all that can be, then fewer. */
function withoutStarts(lines: readonly Line[], colophon: ResponseColophon): Line[][] {
  const due: ((text: string) => boolean)[] = [
    (text) => readDateLine(text) !== null || text === 'Date unknown',
    (text) => text === 'Name as in the archive' && colophon.archived,
    (text) => text === 'Of the publication' && colophon.byStaff,
    (text) => colophon.edited !== null && EDITED.test(text),
    (text) => colophon.inReplyTo !== null && repliesTo(text, colophon.inReplyTo),
    (text) => colophon.sameWriter.length > 0 && WRITER.test(text),
  ];
  const starts = [[...lines]];
  let rest = [...lines];
  for (let next = ownLine(rest, due); next !== null; next = ownLine(rest, due)) {
    due.splice(next.kind, 1);
    rest = rest.slice(next.length);
    starts.unshift(rest);
  }
  return starts;
}

type Tests = ((text: string) => boolean)[];

/** Which of them the lines begin with, in one line or in several that a narrow page made of it. */
function ownLine(lines: readonly Line[], due: Tests): { kind: number; length: number } | null {
  let text = '';
  for (let length = 1; length <= Math.min(4, lines.length); length += 1) {
    const line = lines[length - 1];
    if (line === undefined || (length > 1 && line.gap)) break;
    text = `${text} ${line.text}`.trim();
    const kind = due.findIndex((test) => test(text));
    if (kind >= 0) return { kind, length };
  }
  return null;
}

function repliesTo(text: string, number: number): boolean {
  if (text === 'In reply to') return true;
  const [said = ''] = /^In reply to [\d,]*\d/u.exec(text) ?? [];
  const rest = text.slice(said.length);
  return said.replaceAll(',', '') === `In reply to ${number}` && (rest === '' || rest.startsWith(', '));
}

/**
 * Without what the page says at the end: all that can be its own, then less of it. A response that is nothing but
 * “Reply” has that as its words; the link “Reply to 2” is the page's, and “Answered by .” without its links.
 */
function withoutEnds(lines: readonly Line[], number: number): Line[][] {
  const readings: Line[][] = [[...lines]];
  const isOwnLink = (text: string) =>
    text.replaceAll(',', '') === `Reply to ${number}` || /^Answered by[ .]+$/u.test(text);
  let rest = [...lines];
  for (let end = endLines(rest); end !== null; end = endLines(rest)) {
    if (rest.length === end.length && !isOwnLink(end.text)) break;
    if (/^[. ]+$/u.test(end.text) && rest.length < lines.length) break; // the writer's own: the page's is gone
    rest = rest.slice(0, -end.length);
    readings.unshift(rest);
  }
  return readings;
}

/** How many lines at the end are the page's own, in one line or in several that a narrow page made of it. */
function endLines(lines: readonly Line[]): { length: number; text: string } | null {
  let text = '';
  for (let length = 1; length <= Math.min(12, lines.length); length += 1) {
    const line = lines[lines.length - length];
    if (line === undefined) break;
    text = `${line.text} ${text}`.trim();
    const isWhole = line.gap || length === lines.length;
    if (isWhole) return isApparatus(text) ? { length, text } : null;
  }
  return null;
}

/** “Answered by 3, 5. Reply to 2”, each alone or both. */
function isApparatus(text: string): boolean {
  if (text === '') return true;
  return text.split(/\.(?: |$)/u).every((part) => isPart(part.trim()));
}

/** Where links were dropped with their words only the words between them stand. */
function isPart(text: string): boolean {
  return text === '' || BUTTONS.test(text) || ANSWERED.test(text);
}

/** Without the box that keeps a cited page, and the table that shows how a quotation differs. */
function withoutKept(paragraphs: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < paragraphs.length; at += 1) {
    const text = paragraphs[at] ?? '';
    const until = KEPT_FROM.test(text)
      ? paragraphs.slice(at, at + 5).findIndex((next) => KEPT_UNTIL.test(next))
      : -1;
    if (until >= 0) at += until;
    else if (DIFFERENCE.test(text)) at += differenceLength(paragraphs, at) - 1;
    else kept.push(text);
  }
  return kept;
}

/** “Response 1 wrote”, the words, “Quoted here as”, the words: in one paragraph or in several. */
function differenceLength(paragraphs: readonly string[], at: number): number {
  const quoted = paragraphs
    .slice(at, at + 5)
    .findIndex((text) => /(?:^|\s)Quoted here as(?:\s|$)/u.test(text));
  if (quoted < 0) return 1;
  return /Quoted here as$/u.test(paragraphs[at + quoted] ?? '') ? quoted + 2 : quoted + 1;
}

/** An article's own paragraphs: without the boxes that the page sets beside them. */
export function wordsOfArticle(all: readonly string[]): string[] {
  const paragraphs = withoutKept(all);
  const words: string[] = [];
  for (let at = 0; at < paragraphs.length; at += 1) {
    const boxed = boxLength(paragraphs, at);
    if (boxed > 0) at += boxed - 1;
    else words.push((paragraphs[at] ?? '').replace(/ ↑$/u, ''));
  }
  return words.map(withoutMarks).filter((text) => text !== '');
}

function boxLength(paragraphs: readonly string[], at: number): number {
  const text = paragraphs[at] ?? '';
  const rest = paragraphs.slice(at + 1);
  const noted = CORRECTED.exec(text);
  if (noted !== null && noted[1] === '' && (NOTE_ENDS.test(rest[0] ?? '') || NOTED.test(text))) return 2;
  if (noted !== null && NOTE_ENDS.test(noted[1] ?? '')) return 1;
  if (text.startsWith(LOSSES)) return lossesLength(text, rest);
  if (/^How we know\b/iu.test(text)) {
    const last = rest.slice(0, 40).findIndex((next) => /^Classes only: /u.test(next));
    return last < 0 ? (/^How we know$/iu.test(text) ? 2 : 1) : last + 2;
  }
  if (/^(?:What this article said would happen|What became of earlier claims)\b/iu.test(text))
    return 1 + leading(rest, (next) => CLAIM.test(next));
  return isPullQuote(paragraphs, at) ? 1 + leading(rest.slice(0, 1), isCredit) : 0;
}

/** The article's last words without the box of what its copy had lost, for pages without colophons. */
export function withoutLosses(paragraphs: readonly string[]): string[] {
  const at = paragraphs.findLastIndex((text) => text.startsWith(LOSSES));
  const boxed = at < 0 ? 0 : lossesLength(paragraphs[at] ?? '', paragraphs.slice(at + 1));
  return paragraphs.filter((_, index) => index < at || index >= at + boxed);
}

/** The heading and its sentences, in one paragraph or in several; the heading alone is the author's. */
function lossesLength(text: string, rest: readonly string[]): number {
  if (text !== LOSSES) return LOSS.test(text.slice(LOSSES.length + 1)) ? 1 : 0;
  const losses = leading(rest, (next) => LOSS.test(next));
  return losses === 0 ? 0 : 1 + losses;
}

/** A quotation that stands again, whole, in one of the article's own paragraphs. */
function isPullQuote(paragraphs: readonly string[], at: number): boolean {
  const quoted = /^“([^”]{12,300})”(.{0,80})$/u.exec(paragraphs[at] ?? '');
  if (quoted === null) return false;
  return paragraphs.some(
    (text, index) => index !== at && text.length > 200 && text.includes(quoted[1] ?? ''),
  );
}

function isCredit(text: string): boolean {
  return text.length < 90 && !/[.?!:”]$/u.test(text);
}

function leading(paragraphs: readonly string[], test: (text: string) => boolean): number {
  const first = paragraphs.findIndex((text) => !test(text));
  return first < 0 ? paragraphs.length : first;
}
