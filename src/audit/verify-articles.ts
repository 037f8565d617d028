import { nativeOrigins } from '../articles/article.ts';
import type { Db } from '../store/schema.ts';
import { type Audit, isFull, report } from './audit.ts';
import { isArticleTrue } from './rendered.ts';
import { verifyMoves } from './verify-moves.ts';
import { type Replayed, type Revision, verifyRevisions } from './verify-revisions.ts';

const pageSize = 1000;

/**
 * Holds each article against the replayed record: what is published was entered, reads as its last revision does,
 * shows what its source says, and has given as many numbers as it has responses.
 */
export async function verifyArticles(audit: Audit): Promise<void> {
  let done = 0;
  for (let after = ''; !isFull(audit); ) {
    const page = await articlesAfter(audit.db, after);
    const counts = await countsOf(audit.db, page);
    for (const article of page) {
      await checkArticle(audit, article);
      checkNumbers(audit, article, counts.get(article.id) ?? { count: 0, last: 0 });
      audit.tell(++done, 'articles');
      if (isFull(audit)) return;
    }
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.id;
  }
}

type Article = Awaited<ReturnType<typeof articlesAfter>>[number];

function articlesAfter(db: Db, after: string) {
  return db
    .selectFrom('articles')
    .select(['id', 'path', 'state', 'origin', 'last_number'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(pageSize)
    .execute();
}

async function checkArticle(audit: Audit, article: Article): Promise<void> {
  const where = nameOf(article);
  const replayed = await verifyRevisions(audit, { id: article.id, where });
  const wrong = wrongState(audit, article, replayed) ?? (await wrongWords(audit.db, article, replayed.last));
  if (wrong) report(audit, `${where} ${wrong}.`);
  await verifyMoves(audit, { id: article.id, path: article.path, where });
}

/** A published article is taken back by `article.withdraw` alone, and put back by `article.restore`. */
function wrongState({ ledger }: Audit, { id, state, origin }: Article, { entries }: Replayed): string | null {
  if (entries === 0) return state === 'draft' ? null : `is ${state}, and no entry says that it was published`;
  const standing = ledger.withdrawn.has(id) ? 'withdrawn' : 'published';
  if (state !== standing) return `is ${state} in the database, and ${standing} by the record`;
  const cameIn = !nativeOrigins.includes(origin);
  return cameIn === ledger.imported.has(id) ? null : `is marked as “${origin}”, which its entries do not say`;
}

async function wrongWords(db: Db, { id, state }: Article, last: Revision | null): Promise<string | null> {
  if (state !== 'published') return null; // readers see none of it
  const row = await db
    .selectFrom('articles')
    .select(['title', 'standfirst', 'source', 'source_format', 'salt', 'html', 'html_version'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  const fields = ['title', 'standfirst', 'source', 'source_format', 'salt'] as const;
  const other = fields.filter((field) => row[field] !== last?.[field]);
  if (other.length > 0) return `does not read as its last revision does (${other.join(', ')})`;
  return isArticleTrue(row) ? null : 'shows something else than its source says';
}

type Numbers = { count: number; last: number };

/** An archive's numbers may have gaps: the counter stands at the last one. */
function checkNumbers(audit: Audit, article: Article, { count, last }: Numbers): void {
  const given = article.last_number;
  const whole = given === last && (count === last || audit.ledger.imported.has(article.id));
  if (whole || article.state === 'draft') return;
  const upTo = last === given ? '' : `, the last of them ${last}`;
  report(audit, `${nameOf(article)} has given ${given} numbers and has ${count} responses${upTo}.`);
}

async function countsOf(db: Db, page: Article[]): Promise<Map<string, Numbers>> {
  if (page.length === 0) return new Map();
  const rows = await db
    .selectFrom('comments')
    .select((eb) => ['article_id', eb.fn.count('id').as('count'), eb.fn.max('number').as('last')])
    .where(
      'article_id',
      'in',
      page.map(({ id }) => id),
    )
    .where('number', 'is not', null)
    .groupBy('article_id')
    .execute();
  return new Map(
    rows.map(({ article_id, count, last }) => [article_id, { count: Number(count), last: last ?? 0 }]),
  );
}

function nameOf({ id, path }: Article): string {
  return path ?? `A draft (${id})`;
}
