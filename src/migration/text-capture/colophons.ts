import type { CapturedLink, CapturedTombstone } from './capture-result.ts';
import { addressIn, isOwnLine, linksBelow, linksIn } from './colophon-links.ts';
import { readDate } from './dates.ts';
import { type Line, lineAt } from './lines.ts';

/** What the colophon under a Hustings article says. */
export interface ArticleColophon {
  at: number;
  end: number;
  publication: string;
  title: string;
  byline: string | null;
  published: string | null;
  corrected: string | null;
  tags: string[];
  /** `For and against; What happens next`: the headings in the text. */
  headings: string | null;
  /** `Part 2 of 5 of`, and the title of the series. */
  series: string | null;
  responses: number | null;
  open: boolean | null;
  address: string | null;
  links: CapturedLink[];
}

/** What the colophon under a Hustings response says, its tombstone's where the response is gone. */
export interface ResponseColophon {
  at: number;
  end: number;
  number: number;
  author: string;
  /** It was written without a name: `author` is what stands in its place. */
  anonymous: boolean;
  published: string | null;
  edited: string | null;
  inReplyTo: number | null;
  sameWriter: number[];
  archived: boolean;
  byStaff: boolean;
  address: string | null;
  links: CapturedLink[];
  tombstone: CapturedTombstone | null;
}

const FIGURES = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,7})(?!\d)`;
const LONGEST = 4000;
const MOST_LINES = 40;
const ARTICLE =
  /^(.{1,200}?)\. [“"](.{1,400})[”"](?:, by (.{1,300}?))?\. ((?:Published |Original date unknown\.).+)$/u;
const RESPONSE = new RegExp(`^(.{1,200}?)\\. Response ${FIGURES}, (.+)$`, 'u');
const SAID =
  /\bPublished \d.*(?:\bResponses: \d|GMT|UTC|BST|\d\d:\d\d)|\bOriginal date unknown\..*\bResponses: \d/u;
const COUNTED = new RegExp(`\\bResponses: ${FIGURES}(?: \\([^)]*\\)|[^,.]*)(?:, (open|closed))?`, 'u');
const WHEN = String.raw`\d{1,2} \p{L}{3,12} \d{4}, \d{2}:\d{2}(?::\d{2})? [A-Z+:\d−-]{1,9}`;
const REPLY = String.raw`, in reply to (\d[\d,]{0,8}\d|\d)`;
const GONE = new RegExp(
  `^(removed|withdrawn|withheld)(?: (\\d[^.,]*(?:, \\d[^.,]*)?))?(?:, published (${WHEN}))?(?:${REPLY})?[.,]`,
  'u',
);
const WRITTEN = new RegExp(
  `^(.{0,200}?)(?: \\(same writer as ([\\d, andothers]{1,200})\\))?, (${WHEN}|Date unknown)(, [^.]{1,300})?\\.(.*)$`,
  'u',
);

/** The colophon of the article, anywhere in the lines, hard-wrapped or not; null where the page has none. */
export function findArticleColophon(lines: readonly Line[]): ArticleColophon | null {
  for (let at = 0; at < lines.length; at += 1) {
    if (!/\.\s[“"]|^[“"]|Published \d|Original date unknown\./u.test(lineAt(lines, at).text.slice(0, 800)))
      continue;
    const read = wrapped(lines, at, (text) => (SAID.test(text) ? ARTICLE.exec(text) : null));
    if (read !== null) return articleColophon(lines, at, read);
  }
  return null;
}

/** The colophon of a response that begins at a line of the publication's page, or null. */
export function readResponseColophon(
  lines: readonly Line[],
  at: number,
  publication: string,
): ResponseColophon | null {
  const { text } = lineAt(lines, at);
  if (!text.startsWith(publication.slice(0, 8))) return null;
  const read = wrapped(lines, at, (joined) => {
    const found = RESPONSE.exec(joined);
    const whole =
      found !== null &&
      publication.startsWith(found[1] ?? '') &&
      (WRITTEN.test(found[3] ?? '') || GONE.test(found[3] ?? ''));
    return whole ? found : null;
  });
  return read === null ? null : responseColophon(lines, at, read);
}

interface Wrapped {
  found: RegExpExecArray;
  end: number;
}

/** The match at a line, or at the line and those that continue it without a blank line. */
function wrapped(
  lines: readonly Line[],
  at: number,
  match: (text: string) => RegExpExecArray | null,
): Wrapped | null {
  let text = '';
  let best: Wrapped | null = null;
  for (let end = at; end < Math.min(lines.length, at + MOST_LINES); end += 1) {
    const line = lineAt(lines, end);
    if (end > at && (line.gap || isOwnLine(line.text))) break;
    text = `${text} ${line.text}`.trim();
    if (text.length > LONGEST) break;
    const found = match(text);
    if (found !== null && (best === null || !isComplete(best.found[0]))) best = { found, end: end + 1 };
    if (best === null && end - at > 12) break;
  }
  return best;
}

/** Marked links make a colophon long, so that one with them goes on to the end of its paragraph. */
function isComplete(text: string): boolean {
  return (
    /Responses: \d[^.]*\.$|#[\w-]+|\/responses\/\d+\//u.test(text) && !/\s\[\w{1,3}\](?:\s|$)/u.test(text)
  );
}

function articleColophon(lines: readonly Line[], at: number, { found, end }: Wrapped): ArticleColophon {
  const rest = found[4] ?? '';
  const counted = COUNTED.exec(rest);
  const tags = /\bTags: (.+?)\.(?: Responses: \d|$)/u.exec(rest)?.[1] ?? '';
  const below = linksBelow(lines, end);
  return {
    at,
    end: below.end,
    publication: found[1] ?? '',
    title: found[2] ?? '',
    byline: found[3] ?? null,
    published: rest.startsWith('Published ') ? (readDate(rest)?.value ?? null) : null,
    corrected: dateAfter(rest, 'Corrected '),
    series: seriesIn(rest),
    headings: /\bSections: (.+?)\. (?:Tags|Responses): /u.exec(rest)?.[1] ?? null,
    tags: tags
      .split(';')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    responses: counted === null ? null : numberOf(counted[1]),
    open: counted?.[2] === undefined ? null : counted[2] === 'open',
    address: below.address,
    links: below.links,
  };
}

function responseColophon(lines: readonly Line[], at: number, { found, end }: Wrapped): ResponseColophon {
  const rest = found[3] ?? '';
  const gone = WRITTEN.test(rest) ? null : GONE.exec(rest);
  const written = WRITTEN.exec(rest);
  const said = written?.[4] ?? '';
  const after = written?.[5] ?? rest.slice(gone?.[0].length ?? 0).replace(/^.*?(?=https?:)/u, '');
  const published = readDate(written?.[3] ?? '')?.value ?? null;
  const below = linksBelow(lines, end);
  const number = numberOf(found[2]);
  return {
    ...{ at, end: below.end, number, author: written?.[1] ?? '', published },
    edited: editedAt(/, edited ([^.]{1,60}?)(?:, \p{Ll}|$)/u.exec(said)?.[1], published),
    inReplyTo: replyIn(said),
    sameWriter: numbersIn(written?.[2] ?? ''),
    archived: said.includes(', name as in the archive'),
    byStaff: said.includes(', of the publication'),
    anonymous: said.includes(', without a name'),
    address: addressIn(after) ?? below.address,
    links: [...linksIn(after), ...below.links],
    tombstone: gone === null ? null : tombstoneOf(number, gone),
  };
}

function tombstoneOf(number: number, gone: RegExpExecArray): CapturedTombstone {
  const published = readDate(gone[3] ?? '')?.value;
  return {
    number,
    state: stateOf(gone[1]),
    on: readDate(gone[2] ?? '')?.value ?? null,
    ...(published ? { published } : {}),
    ...(gone[4] === undefined ? {} : { inReplyTo: numberOf(gone[4]) }),
  };
}

function replyIn(text: string): number | null {
  const found = new RegExp(REPLY, 'u').exec(text);
  return found === null ? null : numberOf(found[1]);
}

/** `2, 4, 1,207 and others`. */
function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d+/gu)].map(([figures]) => Number(figures));
}

/** As the page prints it over the article and under it. */
function seriesIn(text: string): string | null {
  const found = /\b(Part [\d,]+ of [\d,]+ of) the series “(.+?)”\./u.exec(text);
  return found === null ? null : `${found[1]} ${found[2]}`;
}

/** `1,200` is how the page prints 1200. */
function numberOf(figures: string | undefined): number {
  return Number((figures ?? '').replaceAll(',', ''));
}

function stateOf(word: string | undefined): CapturedTombstone['state'] {
  return word === 'withdrawn' || word === 'withheld' ? word : 'removed';
}

/** “edited 21:31” is of the day of publication. */
function editedAt(text: string | undefined, published: string | null): string | null {
  if (text === undefined) return null;
  const date = readDate(text)?.value;
  if (date !== undefined) return date;
  const time = /^(\d{2}:\d{2})/u.exec(text)?.[1];
  const offset = /(?:Z|[+-]\d{2}:\d{2})$/u.exec(published ?? '')?.[0] ?? '';
  return time === undefined || published === null ? null : `${published.slice(0, 10)}T${time}${offset}`;
}

function dateAfter(text: string, word: string): string | null {
  const from = text.indexOf(word);
  return from < 0 ? null : (readDate(text.slice(from + word.length, from + 80))?.value ?? null);
}
