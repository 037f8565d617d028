import { Passages } from '../annotations/passages.ts';
import { findQuotations } from '../annotations/quotation.ts';
import { decodeText } from './decode-text.ts';
import { factsOf, readTree } from './page-facts.ts';
import { paragraphsIn } from './page-paragraphs.ts';
import type { PageFacts, PageRead, ReadPage } from './page-task.ts';

/** Characters of an excerpt; of all paragraphs together. */
const longest = { excerpt: 360, words: 400_000 };
const mostSteps = 20_000_000;
const nothing: PageFacts = { title: null, site: null, author: null, dated: null, language: null };

/** Reads a page: what it says of itself, its paragraphs, and the words around what is quoted of it. Never throws. */
export function readPage({ body, type, passages }: ReadPage): PageRead {
  const kind = type.split(';')[0]?.trim().toLowerCase() ?? '';
  const isPage = /^(?:text\/html|application\/xhtml\+xml)$/.test(kind);
  if (!isPage && !/^text\/(?:plain|markdown)$/.test(kind))
    return { ...nothing, excerpt: null, paragraphs: [], found: passages.map(() => null) };
  const text = decodeText(body, type);
  const read = isPage ? ofPage(text) : { ...nothing, description: null, paragraphs: ofPlainText(text) };
  const paragraphs = upTo(read.paragraphs, longest.words);
  const { title, site, author, dated, language, description } = read;
  const first =
    paragraphs.find((each) => each.length >= 80) ??
    paragraphs.find((each) => /[.!?…”"]$/.test(each)) ??
    paragraphs.find((each) => each !== title) ??
    null;
  const excerpt = description ?? first;
  return {
    ...{ title, site, author, dated, language, paragraphs },
    excerpt: excerpt === null ? null : shortened(excerpt, { from: 0, to: 0 }),
    found: foundIn(paragraphs, passages),
  };
}

type OfPage = PageFacts & { description: string | null; paragraphs: string[] };

function ofPage(text: string): OfPage {
  const tree = readTree(text);
  return tree === null
    ? { ...nothing, description: null, paragraphs: [] }
    : { ...factsOf(tree), paragraphs: paragraphsIn(tree) };
}

function ofPlainText(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((each) => each.replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

function upTo(paragraphs: string[], most: number): string[] {
  let length = 0;
  return paragraphs.filter((each) => {
    length += each.length + 1;
    return length <= most;
  });
}

function foundIn(paragraphs: string[], passages: string[]): (string | null)[] {
  const whole = new Passages();
  whole.add({ article: true }, paragraphs);
  return passages.map((passage) => {
    const [quotation] = findQuotations([passage], whole, { left: mostSteps });
    const around = quotation && paragraphs[quotation.place.paragraph];
    return around === undefined ? null : shortened(around, quotation?.place ?? { from: 0, to: 0 });
  });
}

/** A paragraph, or where it is long the part of it around a place, cut between words. */
function shortened(text: string, { from, to }: { from: number; to: number }): string {
  if (text.length <= longest.excerpt) return text;
  const room = Math.max(0, longest.excerpt - Math.max(0, to - from));
  const start = Math.max(0, Math.min(from - Math.floor(room / 2), text.length - longest.excerpt));
  const end = Math.min(text.length, start + longest.excerpt);
  const before = start === 0 ? '' : '… ';
  const after = end === text.length ? '' : ' …';
  const cut = text.slice(start, end);
  return (
    before +
    cut.slice(start === 0 ? 0 : cut.indexOf(' ') + 1, after === '' ? undefined : cut.lastIndexOf(' ')) +
    after
  );
}
