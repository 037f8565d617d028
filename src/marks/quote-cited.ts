import { paragraphsIn } from '../annotations/html-text.ts';
import { Passages } from '../annotations/passages.ts';
import { findQuotations, type Quotation } from '../annotations/quotation.ts';
import { touchPage } from '../articles/touch-page.ts';
import { type SnapshotText, snapshotTextsOf } from '../citations/queries.ts';
import { lockAsRead } from '../comments/forget-marks.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import type { Site } from '../site.ts';
import type { Db, Schema } from '../store/schema.ts';
import { quotingAfter } from './queries.ts';

/** Steps for one response, responses that are looked at again, and what one response may have marked. */
const mostSteps = 20_000_000;
const mostResponses = 1_000;
const mostMarked = 50;

/**
 * The job that is asked for when a snapshot of a page was kept: under each article that the page is cited with, responses from the one that cites it first are
 * looked through again for its words. What was found elsewhere stays, but for an altered quotation that is exact there.
 */
export async function quoteCited(site: Site, { citation }: { citation: string }): Promise<void> {
  const rows = await site.store.read
    .selectFrom('citation_uses')
    .select('article_id')
    .distinct()
    .where('citation_id', '=', citation)
    .execute();
  for (const { article_id } of rows) {
    const texts = (await snapshotTextsOf(site.store.read, article_id)).filter(
      (each) => each.citation === citation,
    );
    await quoteIn(site, article_id, texts);
  }
}

/** The same for one new response, of every page that was cited by then. */
export async function quoteCitedIn(site: Site, articleId: string, number: number): Promise<void> {
  const cites = await site.store.read
    .selectFrom('citation_uses')
    .select('citation_id')
    .where('article_id', '=', articleId)
    .limit(1)
    .executeTakeFirst();
  if (cites) await quoteIn(site, articleId, await snapshotTextsOf(site.store.read, articleId), number);
}

/** Of an article’s responses, or of one. */
async function quoteIn(
  site: Site,
  articleId: string,
  texts: readonly SnapshotText[],
  only?: number,
): Promise<void> {
  const [first] = texts;
  if (!first) return;
  const after = only === undefined ? Math.max(0, first.from - 1) : only - 1;
  const comments = await quotingAfter(site.store.read, articleId, {
    after,
    limit: only === undefined ? mostResponses : 1,
  });
  for (const comment of comments) {
    const earlier = texts.filter(({ from }) => from <= comment.number);
    const passages = new Passages();
    for (const { citation, paragraphs } of earlier) passages.add({ citation }, paragraphs);
    const found = findQuotations(paragraphsIn(comment.html), passages, { left: mostSteps });
    if (found.length > 0) await site.store.write((tx) => keep(tx, { ...comment, articleId }, found));
    await new Promise(setImmediate); // requests come between
  }
}

type Quoting = { id: string; articleId: string; number: number; html: CleanHtml };

async function keep(tx: Db, comment: Quoting, found: readonly Quotation[]): Promise<void> {
  if (!(await lockAsRead(tx, comment))) return;
  const known = await tx
    .selectFrom('comment_quotations')
    .select(['position', 'paragraph', 'from_letter', 'verdict'])
    .where('comment_id', '=', comment.id)
    .execute();
  const unmarked = await tx
    .selectFrom('comment_unmarked')
    .select(['paragraph', 'from_letter'])
    .where('comment_id', '=', comment.id)
    .execute();
  const at = <R extends { paragraph: number; from_letter: number }>(
    rows: readonly R[],
    { start }: Quotation,
  ) => rows.find(({ paragraph, from_letter }) => paragraph === start.paragraph && from_letter === start.at);
  let next = Math.max(-1, ...known.map(({ position }) => position)) + 1;
  let changed = false;
  for (const quotation of found) {
    const there = at(known, quotation);
    const isBetter = there?.verdict === 'altered' && quotation.verdict === 'exact';
    if (at(unmarked, quotation) || (there && !isBetter) || next >= mostMarked) continue;
    const row = rowOf(comment, quotation, there?.position ?? next);
    if (there)
      await tx
        .updateTable('comment_quotations')
        .set(row)
        .where('comment_id', '=', comment.id)
        .where('position', '=', there.position)
        .execute();
    else await tx.insertInto('comment_quotations').values(row).execute();
    if (!there) next += 1;
    changed = true;
  }
  if (changed) await touchPage(tx, comment.articleId);
}

function rowOf(comment: Quoting, quotation: Quotation, position: number): Schema['comment_quotations'] {
  const { start, end, verdict, source, place } = quotation;
  return {
    ...{ comment_id: comment.id, article_id: comment.articleId, number: comment.number, position, verdict },
    ...{ paragraph: start.paragraph, from_letter: start.at },
    ...{ last_paragraph: end.paragraph, to_letter: end.at },
    ...{ source_kind: 'citation', source_id: 'citation' in source ? source.citation : null },
    ...{ source_number: null, source_revision: null },
    ...{ source_paragraph: place.paragraph, source_from: place.from, source_to: place.to },
  };
}
