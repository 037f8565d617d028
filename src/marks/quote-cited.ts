import { paragraphsIn } from '../annotations/html-text.ts';
import { Passages } from '../annotations/passages.ts';
import { findQuotations } from '../annotations/quotation.ts';
import { quotedStretches } from '../annotations/quoted-stretches.ts';
import { type CitedPage, citedPages, paragraphsOfSnapshot } from '../citations/queries.ts';
import { enqueue } from '../jobs/enqueue.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { keepQuotations } from './keep-quotations.ts';
import { exactIn, type Quoting, quotingAfter } from './queries.ts';

/** Steps for one response, responses that are read at a time, and bytes of pages that are looked through at a time. */
const mostSteps = 20_000_000;
const responsesAtOnce = 200;
const bytesAtOnce = 4_000_000;
/** So much of cited pages is looked through while somebody waits. */
const bytesAwaited = 1_000_000;

/**
 * The job that is asked for when a snapshot of a page was kept: under each article that the page is cited with,
 * responses from the one that cites it first are looked through again for its words. What was found elsewhere stays, but
 * for an altered quotation that is exact there.
 */
export async function quoteCited(site: Site, { citation }: { citation: string }): Promise<void> {
  const db = site.store.read;
  const rows = await db
    .selectFrom('citation_uses')
    .select('article_id')
    .distinct()
    .where('citation_id', '=', citation)
    .execute();
  for (const { article_id } of rows) {
    const pages = await citedPages(db, article_id, { citation });
    const [first] = pages;
    if (!first) continue;
    const look = looksThrough(site, article_id, pages);
    for (let after: number | null = first.from - 1; after !== null; ) {
      const { comments, last } = await quotingAfter(db, article_id, { after, limit: responsesAtOnce });
      await look(await withOpenQuotations(db, comments));
      after = last;
    }
  }
}

/**
 * The same for responses of an article that were just published, of every page that was cited by then. Answers false,
 * having done nothing, where that is more than somebody can wait for.
 */
export async function quoteCitedIn(
  site: Site,
  articleId: string,
  { numbers, isAwaited = false }: { numbers: readonly number[]; isAwaited?: boolean },
): Promise<boolean> {
  const db = site.store.read;
  for (let from = 0; from < numbers.length; from += responsesAtOnce) {
    const some = numbers.slice(from, from + responsesAtOnce);
    const { comments } = await quotingAfter(db, articleId, { after: -1, limit: some.length, numbers: some });
    const open = await withOpenQuotations(db, comments);
    if (open.length === 0) continue;
    const pages = await citedPages(db, articleId);
    const bytes = pages.reduce((sum, page) => sum + page.bytes, 0);
    if (isAwaited && bytes > bytesAwaited) return false;
    await looksThrough(site, articleId, pages)(open);
  }
  return true;
}

/** The kind of the job that does it when nobody waits. */
export const quoteKind = 'comment.quote-cited';

/** The same for one response whose writer waits: what takes too long is asked for as a job. */
export async function quoteSoon(site: Site, articleId: string, number: number): Promise<void> {
  if (await quoteCitedIn(site, articleId, { numbers: [number], isAwaited: true })) return;
  const dueAt = site.clock.now().toISOString();
  const payload = { articleId, number };
  await site.store.write((tx) => enqueue(site, tx, { kind: quoteKind, payload, dueAt }));
}

/** The job itself. */
export async function quoteLater(
  site: Site,
  { articleId, number }: { articleId: string; number: number },
): Promise<void> {
  await quoteCitedIn(site, articleId, { numbers: [number] });
}

/** Those that set words apart of which it is not known yet that they stand somewhere word for word. */
async function withOpenQuotations(db: Db, comments: readonly Quoting[]): Promise<Quoting[]> {
  const exact = await exactIn(
    db,
    comments.map(({ id }) => id),
  );
  return comments.filter(({ id, html }) => {
    const known = exact.get(id) ?? [];
    return quotedStretches(paragraphsIn(html)).some(
      ({ readings }) =>
        !readings.some(({ start }) =>
          known.some((each) => each.paragraph === start.paragraph && each.from === start.at),
        ),
    );
  });
}

type Looks = (comments: readonly Quoting[]) => Promise<void>;

/**
 * Looks through responses of an article, in the order of their numbers, for the words of pages: so much of these at a
 * time, which bounds what is in memory, and each is read once for all responses. A page counts from the response on
 * that cites it first.
 */
function looksThrough(site: Site, articleId: string, pages: readonly CitedPage[]): Looks {
  const parts = partsOf(pages);
  let look = { part: parts[0], passages: new Passages(), added: 0 };
  return async (comments) => {
    for (const part of parts) {
      if (look.part !== part) look = { part, passages: new Passages(), added: 0 };
      for (const comment of comments) {
        for (let page = part[look.added]; page && page.from <= comment.number; page = part[look.added]) {
          const paragraphs = await paragraphsOfSnapshot(site.store.read, page.snapshot);
          look.passages.add({ citation: page.citation }, paragraphs);
          look.added += 1;
          await new Promise(setImmediate); // requests come between
        }
        if (look.added === 0) continue;
        const found = findQuotations(paragraphsIn(comment.html), look.passages, { left: mostSteps });
        if (found.length > 0)
          await site.store.write((tx) => keepQuotations(tx, { ...comment, articleId }, found));
        await new Promise(setImmediate);
      }
    }
  };
}

/** Pages in their order, so many bytes of them together. */
function partsOf(pages: readonly CitedPage[]): CitedPage[][] {
  const parts: CitedPage[][] = [];
  let room = 0;
  for (const page of pages) {
    if (page.bytes > room || parts.length === 0) {
      parts.push([]);
      room = bytesAtOnce;
    }
    parts.at(-1)?.push(page);
    room -= page.bytes;
  }
  return parts;
}
