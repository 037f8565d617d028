import { paragraphsIn } from '../../annotations/html-text.ts';
import { compareBlocks, type Part } from '../../articles/revisions/compare.ts';
import type { ThreadPage } from '../../comments/comment-view.ts';
import type { CleanHtml } from '../../lib/clean-html.ts';
import type { Db } from '../../store/schema.ts';
import {
  goneOf,
  type PageMarks,
  type PassageView,
  passageId,
  type QuotationView,
  type ResponseMarks,
  type SourceView,
} from './mark-view.ts';
import {
  drawnOn,
  newestVersion,
  passagesOf,
  type QuotationRow,
  type QuotedRow,
  quotationsOn,
  referencesOn,
  referrersOf,
  sourceTexts,
} from './queries.ts';

/** An article as far as its marks need it: `revisions` is the number of its newest version. */
type Article = { id: string; html: CleanHtml; revisions: number };
type Shown = { number: number; html: CleanHtml };

/** Of those who quote a response or refer to it, so many are told. */
const mostListed = 20;
/** Altered quotations of one response whose difference is shown, and letters of one at most. */
const mostDifferences = 6;
const longestDifference = 2_000;

/** What is marked on a page of a thread. */
export async function pageMarks(
  db: Db,
  article: Article,
  { page, comments }: ThreadPage,
): Promise<PageMarks> {
  return threadMarks(db, article, {
    comments: comments.flatMap((each) => (each.state === 'published' ? [each] : [])),
    gone: comments.flatMap(({ state, number }) => (state === 'published' ? [] : [number])),
    isFirst: page === 1,
  });
}

/** What is marked in some responses under an article, and on the first page in the article itself. */
export async function threadMarks(
  db: Db,
  article: Article,
  {
    comments,
    gone = [],
    isFirst,
  }: { comments: readonly Shown[]; gone?: readonly number[]; isFirst: boolean },
): Promise<PageMarks> {
  const shown = comments.map(({ number }) => number);
  const numbers = [...shown, ...gone];
  const [quotations, references, passages, referrers] = await Promise.all([
    quotationsOn(db, article.id, shown),
    referencesOn(db, article.id, shown),
    passagesOf(db, {
      ...{ articleId: article.id, revision: article.revisions },
      sources: isFirst ? [0, ...numbers] : numbers,
    }),
    referrersOf(db, article.id, numbers),
  ]);
  const views = await viewQuotations(db, article, { comments, quotations });
  const responses = numbers.map((number): [number, ResponseMarks] => [
    number,
    {
      quotations: views.get(number) ?? [],
      references: references.filter((each) => each.number === number),
      passages: placed(passages.get(number) ?? []),
      quotedBy: distinct((passages.get(number) ?? []).map((each) => each.number)),
      referredBy: distinct(referrers.get(number) ?? []),
    },
  ]);
  return { responses: new Map(responses), article: placed(passages.get(0) ?? []) };
}

const distinct = (numbers: readonly number[]) => [...new Set(numbers)].slice(0, mostListed);

function placed(rows: readonly QuotedRow[]): PassageView[] {
  return rows.flatMap(({ number, position, place }) => (place ? [{ number, position, ...place }] : []));
}

/** The quotations and references of some responses, with their words: what programs are told. */
export async function toldMarks(
  db: Db,
  articleId: string,
  comments: readonly Shown[],
): Promise<Map<number, { quotes: ToldQuotation[]; references: { text: string; to: number }[] }>> {
  const numbers = comments.map(({ number }) => number);
  const newest = await newestVersion(db, articleId);
  const [quotations, references] = await Promise.all([
    quotationsOn(db, articleId, numbers),
    referencesOn(db, articleId, numbers),
  ]);
  const told = comments.map(({ number, html }) => {
    const texts = paragraphsIn(html);
    const own = <T extends { number: number }>(rows: readonly T[]) =>
      rows.filter((row) => row.number === number);
    const quotes = own(quotations).map((row): ToldQuotation => {
      return { text: quotedText(texts, row), verdict: row.verdict, ...toldSource(sourceOf(row, newest)) };
    });
    const referred = own(references).map(({ paragraph, from, to, target }) => {
      return { text: texts[paragraph]?.slice(from, to) ?? '', to: target };
    });
    return [number, { quotes, references: referred }] as const;
  });
  return new Map(told);
}

/** A quotation as programs are told of it. `standing`: whether its words still stand in their source. */
export type ToldQuotation = {
  text: string;
  verdict: 'exact' | 'altered';
  source: { article: true; revision?: number } | { comment: number } | { citation: string };
  standing: 'there' | 'earlier' | 'removed' | 'withdrawn' | 'withheld';
};

function toldSource(source: SourceView): Pick<ToldQuotation, 'source' | 'standing'> {
  const standing = source.isEarlier ? 'earlier' : 'there';
  if (source.kind === 'citation') return { source: { citation: source.id }, standing };
  if (source.kind === 'comment')
    return { source: { comment: source.number }, standing: source.gone ?? standing };
  const { revision, isEarlier } = source;
  return { source: isEarlier ? { article: true, revision } : { article: true }, standing };
}

type Quoting = { comments: readonly Shown[]; quotations: readonly QuotationRow[] };

async function viewQuotations(db: Db, article: Article, { comments, quotations }: Quoting) {
  const html = new Map(comments.map((comment) => [comment.number, comment.html]));
  const altered = quotations.filter(({ verdict, place }) => verdict === 'altered' && place);
  const texts = await sourceTexts(db, article, altered);
  const sources = quotations.flatMap(({ sourceNumber }) => (sourceNumber === null ? [] : [sourceNumber]));
  const drawn = await drawnOn(db, [...html.keys()], {
    ...{ articleId: article.id, revision: article.revisions },
    sources: [...new Set(sources)],
  });
  const all = new Map<number, QuotationView[]>();
  for (const row of quotations) {
    const views = all.get(row.number) ?? [];
    all.set(row.number, views);
    const source = sourceOf(row, article.revisions);
    const differences = views.filter(({ difference }) => difference !== null).length;
    const isTold = altered.includes(row) && !isGone(source) && differences < mostDifferences;
    const { position, start, end, verdict } = row;
    const difference = isTold ? differenceOf(row, texts, html.get(row.number)) : null;
    views.push({ position, start, end, verdict, source, isDrawn: drawn.has(passageId(row)), difference });
  }
  return all;
}

const isGone = (source: SourceView) => source.kind === 'comment' && source.gone !== null;

function sourceOf(row: QuotationRow, newest: number): SourceView {
  const isEarlier = row.place === null;
  if (row.kind === 'citation')
    return { kind: 'citation', id: row.sourceId ?? '', url: row.sourceUrl ?? '', isEarlier };
  if (row.kind === 'comment')
    return {
      kind: 'comment',
      number: row.sourceNumber ?? 0,
      gone: goneOf(row.sourceState, row.sourceWithheldAt),
      isEarlier,
    };
  const revision = row.revision ?? 1;
  return { kind: 'article', revision, isEarlier: isEarlier || revision !== newest };
}

/** Word by word, from what its source says to what was made of it; null where either is too long or not there. */
function differenceOf(
  row: QuotationRow,
  texts: Awaited<ReturnType<typeof sourceTexts>>,
  html: CleanHtml | undefined,
): Part[] | null {
  const { place } = row;
  const said = place && texts(row)?.[place.paragraph]?.slice(place.from, place.to);
  const quoted = html && quotedText(paragraphsIn(html), row);
  if (!said || !quoted || Math.max(said.length, quoted.length) > longestDifference) return null;
  const [block] = compareBlocks(
    [{ kind: 'paragraph', text: said }],
    [{ kind: 'paragraph', text: begunAs(said, quoted) }],
  );
  return block && 'parts' in block ? block.parts : null;
}

/** The case of the first letter does not count. */
function begunAs(said: string, quoted: string): string {
  const first = said.slice(0, 1);
  return quoted.slice(0, 1).toLowerCase() === first.toLowerCase() ? first + quoted.slice(1) : quoted;
}

/** A quotation as it was written, from its comment’s paragraphs. */
export function quotedText(
  paragraphs: readonly string[],
  { start, end }: Pick<QuotationView, 'start' | 'end'>,
): string {
  return paragraphs
    .slice(start.paragraph, end.paragraph + 1)
    .map((text, index, all) => {
      const to = index === all.length - 1 ? end.at : text.length;
      return text.slice(index === 0 ? start.at : 0, to).trim();
    })
    .join('\n\n');
}
