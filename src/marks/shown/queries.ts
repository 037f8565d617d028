import { paragraphsIn } from '../../annotations/html-text.ts';
import type { Spot } from '../../annotations/quoted-stretches.ts';
import type { CleanHtml } from '../../lib/clean-html.ts';
import type { Db, Schema } from '../../store/schema.ts';
import { showsWords } from '../../store/visibility.ts';
import { versionsOf } from '../queries.ts';
import { goneOf, type Place, passageId, type ReferenceView } from './mark-view.ts';

/** Of one response so many passages are marked, of an article four times as many, and so many of those who refer to it are looked at. */
const mostPassages = 60;

type Row = Schema['comment_quotations'];

export type QuotationRow = {
  number: number;
  position: number;
  start: Spot;
  end: Spot;
  verdict: Row['verdict'];
  kind: Row['source_kind'];
  sourceId: string | null;
  sourceNumber: number | null;
  sourceState: string | null;
  sourceWithheldAt: string | null;
  /** The address of a cited page. */
  sourceUrl: string | null;
  revision: number | null;
  place: Place | null;
};

/** The number of an article’s newest version. */
export async function newestVersion(db: Db, articleId: string): Promise<number> {
  const row = await db
    .selectFrom('article_revisions')
    .select((eb) => eb.fn.max('number').as('newest'))
    .where('article_id', '=', articleId)
    .executeTakeFirst();
  return row?.newest ?? 1;
}

/** The quotations that are marked in some responses, by number and position. */
export async function quotationsOn(db: Db, articleId: string, numbers: number[]): Promise<QuotationRow[]> {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom('comment_quotations')
    .leftJoin('comments as source', 'source.id', 'comment_quotations.source_id')
    .selectAll('comment_quotations')
    .leftJoin('citations', 'citations.id', 'comment_quotations.source_id')
    .select([
      'source.state as source_state',
      'source.withheld_at as source_withheld_at',
      'citations.url as source_url',
    ])
    .where('comment_quotations.article_id', '=', articleId)
    .where('comment_quotations.number', 'in', numbers)
    .orderBy('comment_quotations.number')
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    ...{ number: row.number, position: row.position, verdict: row.verdict, kind: row.source_kind },
    start: { paragraph: row.paragraph, at: row.from_letter },
    end: { paragraph: row.last_paragraph, at: row.to_letter },
    ...{ sourceId: row.source_id, sourceNumber: row.source_number, sourceState: row.source_state },
    sourceWithheldAt: row.source_withheld_at,
    ...{ sourceUrl: row.source_url, revision: row.source_revision, place: placeIn(row) },
  }));
}

type PlaceColumns = Pick<Row, 'source_paragraph' | 'source_from' | 'source_to'>;

function placeIn({ source_paragraph, source_from, source_to }: PlaceColumns): Place | null {
  if (source_paragraph === null || source_from === null || source_to === null) return null;
  return { paragraph: source_paragraph, from: source_from, to: source_to };
}

/** The references that are marked in some responses. */
export async function referencesOn(
  db: Db,
  articleId: string,
  numbers: number[],
): Promise<(ReferenceView & { number: number })[]> {
  if (numbers.length === 0) return [];
  const rows = await db
    .selectFrom('comment_references')
    .leftJoin('comments as target', (join) =>
      join
        .onRef('target.article_id', '=', 'comment_references.article_id')
        .onRef('target.number', '=', 'comment_references.target_number'),
    )
    .select(['comment_references.number', 'paragraph', 'from_letter', 'to_letter', 'target_number'])
    .select(['target.state', 'target.withheld_at'])
    .where('comment_references.article_id', '=', articleId)
    .where('comment_references.number', 'in', numbers)
    .orderBy('comment_references.number')
    .orderBy('position')
    .execute();
  return rows.map((row) => ({
    ...{ number: row.number, paragraph: row.paragraph, from: row.from_letter, to: row.to_letter },
    ...{ target: row.target_number, gone: goneOf(row.state, row.withheld_at) },
  }));
}

/** A quotation seen from its source. */
export type QuotedRow = { number: number; position: number; place: Place | null };

type Sources = { articleId: string; sources: number[]; revision: number };

/** Quotations of some sources, the article’s number being 0, by published responses: the how-manyth of its source each is. */
function numbered(db: Db, { articleId, sources, revision }: Sources) {
  return db
    .selectFrom('comment_quotations')
    .innerJoin('comments', 'comments.id', 'comment_quotations.comment_id')
    .select(['comment_quotations.number', 'position', 'source_number', 'source_revision'])
    .select(['source_paragraph', 'source_from', 'source_to'])
    .select((eb) =>
      eb.fn
        .agg<number>('row_number')
        .over((over) =>
          over.partitionBy('source_number').orderBy('comment_quotations.number').orderBy('position'),
        )
        .as('nth'),
    )
    .where('comment_quotations.article_id', '=', articleId)
    .where('source_number', 'in', sources)
    .where((eb) => eb.or([eb('source_number', '<>', 0), eb('source_revision', '=', revision)]))
    .where(showsWords);
}

/** The first of them, whose words are marked in their sources. */
function marked(db: Db, of: Sources) {
  return db
    .selectFrom(numbered(db, of).as('quoted'))
    .where((eb) =>
      eb.or([
        eb('nth', '<=', mostPassages),
        eb.and([eb('source_number', '=', 0), eb('nth', '<=', mostPassages * 4)]),
      ]),
    );
}

/** The first quotations of each source: of the article, those of the version `revision`. */
export async function passagesOf(db: Db, of: Sources): Promise<Map<number, QuotedRow[]>> {
  if (of.sources.length === 0) return new Map();
  const rows = await marked(db, of).selectAll().orderBy('source_number').orderBy('nth').execute();
  return grouped(
    rows,
    (row) => row.source_number ?? 0,
    (row) => ({ number: row.number, position: row.position, place: placeIn(row) }),
  );
}

/** Which quotations of some responses are marked in their sources: by number and position. */
export async function drawnOn(db: Db, numbers: number[], of: Sources): Promise<Set<string>> {
  if (of.sources.length === 0) return new Set();
  const rows = await marked(db, of)
    .select(['number', 'position'])
    .where('number', 'in', numbers)
    .where('source_paragraph', 'is not', null)
    .execute();
  return new Set(rows.map(passageId));
}

/** The numbers of published responses that refer to each of some others. */
export async function referrersOf(
  db: Db,
  articleId: string,
  targets: number[],
): Promise<Map<number, number[]>> {
  if (targets.length === 0) return new Map();
  const numbered = db
    .selectFrom('comment_references')
    .innerJoin('comments', 'comments.id', 'comment_references.comment_id')
    .select(['comment_references.number', 'target_number'])
    .select((eb) =>
      eb.fn
        .agg<number>('row_number')
        .over((over) => over.partitionBy('target_number').orderBy('comment_references.number'))
        .as('nth'),
    )
    .where('comment_references.article_id', '=', articleId)
    .where('target_number', 'in', targets)
    .where(showsWords);
  const rows = await db
    .selectFrom(numbered.as('referring'))
    .selectAll()
    .where('nth', '<=', mostPassages)
    .orderBy('target_number')
    .orderBy('nth')
    .execute();
  return grouped(
    rows,
    (row) => row.target_number,
    (row) => row.number,
  );
}

function grouped<R, V>(
  rows: readonly R[],
  keyOf: (row: R) => number,
  valueIn: (row: R) => V,
): Map<number, V[]> {
  const groups = new Map<number, V[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(valueIn(row));
    else groups.set(key, [valueIn(row)]);
  }
  return groups;
}

/** Answers the paragraphs of a quotation’s source as they are now, where its words are shown. */
export async function sourceTexts(
  db: Db,
  { id, html, revisions }: { id: string; html: CleanHtml; revisions: number },
  quotations: readonly QuotationRow[],
): Promise<(of: QuotationRow) => string[] | undefined> {
  const texts = new Map<string, string[]>();
  const inArticle = quotations.filter(({ kind }) => kind === 'article');
  if (inArticle.length > 0) texts.set(`article ${revisions}`, paragraphsIn(html));
  if (inArticle.some(({ revision }) => revision !== revisions))
    for (const each of await versionsOf(db, id)) texts.set(`article ${each.number}`, paragraphsIn(each.html));
  const ids = quotations.flatMap(({ kind, sourceId }) => (kind === 'comment' && sourceId ? [sourceId] : []));
  const rows =
    ids.length === 0
      ? []
      : await db
          .selectFrom('comments')
          .select(['id', 'html'])
          .where('id', 'in', [...new Set(ids)])
          .where(showsWords)
          .execute();
  for (const row of rows) texts.set(row.id, paragraphsIn(row.html as CleanHtml));
  return ({ kind, sourceId, revision }) =>
    texts.get(kind === 'article' ? `article ${revision}` : (sourceId ?? ''));
}
