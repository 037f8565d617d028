import { paragraphsIn } from '../annotations/html-text.ts';
import { Passages } from '../annotations/passages.ts';
import { findQuotations, type Quotation } from '../annotations/quotation.ts';
import { touchPage } from '../articles/touch-page.ts';
import { forgetIndex } from '../comments/forget-marks.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import type { Site } from '../site.ts';
import type { Db, Schema } from '../store/schema.ts';
import { annotateAll } from './annotate-comment.ts';
import type { Changes } from './follow-marks.ts';
import { notAnnotated, threadRow, versionsOf } from './queries.ts';

/** How much is looked through for one response at most, in steps. */
const mostSteps = 20_000_000;
const rowsAtOnce = 200;

/**
 * Looks again for quotations in sources that changed, and through responses whose own words did. A verdict that was
 * given stays, with its source: what no longer stands there loses its place, and says that it was quoted from an earlier
 * version. What is gone keeps nothing of the responses that it was: their rows hold places, not words.
 */
export async function placeAgain(
  site: Site,
  articleId: string,
  { isArticle, sources }: Changes,
): Promise<void> {
  const changed = isArticle ? [0, ...sources.keys()] : [...sources.keys()];
  await site.store.write((tx) => forgetIndex(tx, articleId));
  for (const number of changed) await placeOf(site, articleId, number);
  for (const [number, { isReworded }] of sources) if (isReworded) await lookAgain(site, articleId, number);
}

type Row = Schema['comment_quotations'];

/** Each quotation of one source, in steps: where its words stand now. */
async function placeOf(site: Site, articleId: string, sourceNumber: number): Promise<void> {
  const source = await sourceNow(site.store.read, articleId, sourceNumber);
  for (let after = { number: 0, position: -1 }; ; ) {
    const rows = await quotationsOf(site.store.read, { articleId, sourceNumber, after });
    const last = rows.at(-1);
    if (!last) return;
    const placed = new Map<string, Quotation[]>();
    const moved: Move[] = [];
    for (const { html, ...row } of rows) {
      const known = placed.get(row.comment_id);
      const found = known ?? quotationsIn(html, source);
      placed.set(row.comment_id, found);
      const now = movedTo(row, found, source);
      if (now) moved.push({ row, html, now });
      if (!known) await new Promise(setImmediate); // requests come between
    }
    await site.store.write(async (tx) => {
      for (const each of moved) await move(tx, each);
      if (moved.length > 0) await touchPage(tx, articleId);
    });
    after = { number: last.number, position: last.position };
  }
}

type Move = { row: Row; html: string; now: Moved };

/** Gives a quotation its new place, unless its response was changed or looked through anew since it was read. */
async function move(tx: Db, { row, html, now }: Move): Promise<void> {
  await tx
    .updateTable('comment_quotations')
    .set(now)
    .where('comment_id', '=', row.comment_id)
    .where('position', '=', row.position)
    .where('paragraph', '=', row.paragraph)
    .where('from_letter', '=', row.from_letter)
    .where('last_paragraph', '=', row.last_paragraph)
    .where('to_letter', '=', row.to_letter)
    .where('source_kind', '=', row.source_kind)
    .where('source_number', '=', row.source_number)
    .where('comment_id', 'in', (eb) =>
      eb
        .selectFrom('comments')
        .select('comments.id')
        .where('comments.id', '=', row.comment_id)
        .where('comments.html', '=', html),
    )
    .execute();
}

/** `newest` is the article's newest version; null for a response. */
type SourceNow = { passages: Passages | null; newest: number | null };

/** The words of a source as they are now; no passages where they are gone. */
async function sourceNow(db: Db, articleId: string, number: number): Promise<SourceNow> {
  const passages = new Passages();
  if (number === 0) {
    const article = await threadRow(db, articleId);
    if (!article) return { passages: null, newest: null };
    const [newest, ...older] = await versionsOf(db, articleId);
    passages.add({ article: true, revision: newest?.number ?? 1 }, paragraphsIn(article.html as CleanHtml));
    for (const each of older) passages.add({ article: true, revision: each.number }, paragraphsIn(each.html));
    return { passages, newest: newest?.number ?? null };
  }
  const row = await db
    .selectFrom('comments')
    .select('html')
    .where('article_id', '=', articleId)
    .where('number', '=', number)
    .where('state', '=', 'published')
    .executeTakeFirst();
  if (!row) return { passages: null, newest: null };
  passages.add({ comment: number }, paragraphsIn(row.html as CleanHtml));
  return { passages, newest: null };
}

function quotationsIn(html: string, { passages }: SourceNow): Quotation[] {
  return passages ? findQuotations(paragraphsIn(html as CleanHtml), passages, { left: mostSteps }) : [];
}

type Moved = Pick<Row, 'source_revision' | 'source_paragraph' | 'source_from' | 'source_to'>;

/** Where a quotation's words stand now, no worse than they did; null where nothing changed. */
function movedTo(row: Row, found: readonly Quotation[], source: SourceNow): Moved | null {
  if (source.passages === null) return null; // removed or withdrawn: it may come back as it was
  const now = found.find(
    ({ start, end, verdict }) =>
      start.paragraph === row.paragraph &&
      start.at === row.from_letter &&
      end.paragraph === row.last_paragraph &&
      end.at === row.to_letter &&
      (verdict === 'exact' || row.verdict === 'altered'),
  );
  const revision = now && 'article' in now.source ? (now.source.revision ?? null) : row.source_revision;
  const place: Moved = {
    source_revision: revision,
    source_paragraph: now?.place.paragraph ?? null,
    source_from: now?.place.from ?? null,
    source_to: now?.place.to ?? null,
  };
  const keys = Object.keys(place) as (keyof Moved)[];
  return keys.every((key) => place[key] === row[key]) ? null : place;
}

type Wanted = { articleId: string; sourceNumber: number; after: { number: number; position: number } };

function quotationsOf(db: Db, { articleId, sourceNumber, after }: Wanted) {
  return db
    .selectFrom('comment_quotations')
    .innerJoin('comments', 'comments.id', 'comment_quotations.comment_id')
    .selectAll('comment_quotations')
    .select('comments.html')
    .where('comment_quotations.article_id', '=', articleId)
    .where('source_number', '=', sourceNumber)
    .where('comments.state', '=', 'published')
    .where((eb) =>
      eb.or([
        eb('comment_quotations.number', '>', after.number),
        eb.and([
          eb('comment_quotations.number', '=', after.number),
          eb('comment_quotations.position', '>', after.position),
        ]),
      ]),
    )
    .orderBy('comment_quotations.number')
    .orderBy('comment_quotations.position')
    .limit(rowsAtOnce)
    .execute();
}

/** A response whose words changed forgot its marks with them: it is looked through, unless that was done right after. */
async function lookAgain(site: Site, articleId: string, number: number): Promise<void> {
  const comment = await site.store.read
    .selectFrom('comments')
    .select('id')
    .where('article_id', '=', articleId)
    .where('number', '=', number)
    .executeTakeFirst();
  if (!comment) return;
  await annotateAll(site, await notAnnotated(site.store.read, { ids: [comment.id], limit: 1 }));
}
