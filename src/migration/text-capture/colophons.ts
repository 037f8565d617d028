import type { CapturedLink } from './capture-result.ts';
import { FIGURES, numberOf, numbersIn, type Wrapped, wrapped } from './colophon-lines.ts';
import { linksBelow } from './colophon-links.ts';
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
  /** When its words were last changed. */
  revised: string | null;
  corrected: string | null;
  /** The newest of each other kind of note: `Clarified`, `Apology given`, `Updated`. */
  noted: { kind: string; at: string }[];
  /** A BCP 47 tag, where it is not the publication's. */
  language: string | null;
  /** The first responses that quote it. */
  quotedBy: number[];
  tags: string[];
  /** `For and against; What happens next`: the headings in the text. */
  headings: string | null;
  /** `Part 2 of 5 of`, and the title of the series. */
  series: string | null;
  responses: number | null;
  open: boolean | null;
  address: string | null;
  links: CapturedLink[];
  /** Its series, and what it follows and what follows it: each with its address. */
  related: { words: string; address: string }[];
}

const ARTICLE =
  /^(.{1,200}?)\. [“"](.{1,400})[”"](?:, by (.{1,300}?))?\. ((?:Published |Original date unknown\.).+)$/u;
const SAID =
  /\bPublished \d.*(?:\bResponses: \d|GMT|UTC|BST|\d\d:\d\d)|\bOriginal date unknown\..*\bResponses: \d/u;
const COUNTED = new RegExp(`\\bResponses: ${FIGURES}(?: \\([^)]*\\)|[^,.]*)(?:, (open|closed))?`, 'u');
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

function articleColophon(lines: readonly Line[], at: number, { found, end }: Wrapped): ArticleColophon {
  const rest = found[4] ?? '';
  const counted = COUNTED.exec(rest);
  const said = rest.replace(/\b(?:Part|Quoted by|Sections:|Tags:|Responses:) .*$/u, '');
  const tags = /\bTags: (.+?)\.(?: Responses: \d|$)/u.exec(rest)?.[1] ?? '';
  const below = linksBelow(lines, end);
  return {
    at,
    end: below.end,
    publication: found[1] ?? '',
    title: found[2] ?? '',
    byline: found[3] ?? null,
    published: rest.startsWith('Published ') ? (readDate(rest)?.value ?? null) : null,
    revised: dateAfter(said, 'Revised '),
    corrected: dateAfter(said, 'Corrected '),
    noted: notesIn(said),
    language: /\bLanguage: ([\w-]{2,35})\./u.exec(said)?.[1] ?? null,
    quotedBy: numbersIn(/\bQuoted by ([\d, andothers]{1,80})\./u.exec(rest)?.[1] ?? ''),
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
    related: below.related,
  };
}

/** As the page prints it over the article and under it. */
function seriesIn(text: string): string | null {
  const found = /\b(Part [\d,]+ of [\d,]+ of) the series “(.+?)”\./u.exec(text);
  return found === null ? null : `${found[1]} ${found[2]}`;
}

function notesIn(said: string): ArticleColophon['noted'] {
  return [
    ['clarification', 'Clarified '],
    ['apology', 'Apology given '],
    ['update', 'Updated '],
  ].flatMap(([kind = '', word = '']) => {
    const at = dateAfter(said, word);
    return at === null ? [] : [{ kind, at }];
  });
}

function dateAfter(text: string, word: string): string | null {
  const from = text.indexOf(word);
  return from < 0 ? null : (readDate(text.slice(from + word.length, from + 80))?.value ?? null);
}
