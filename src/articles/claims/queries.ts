import { type ExpressionBuilder, sql } from 'kysely';
import { type CleanHtml, textOf } from '../../lib/clean-html.ts';
import { calendarDay } from '../../lib/dates.ts';
import { settingsIn } from '../../publication/queries.ts';
import type { Site } from '../../site.ts';
import type { Db, Schema } from '../../store/schema.ts';
import { isPublished } from '../../store/visibility.ts';
import { type ClaimRow, foldPassage } from './claim.ts';
import { type ClaimView, type ListedClaim, type OutcomeView, standingOf } from './claim-view.ts';

/** Today's date in the publication's zone, `YYYY-MM-DD`: what is due is asked of this, whenever it is asked. */
export async function todayOf(site: Site): Promise<string> {
  const settings = await settingsIn(site.store.read);
  return calendarDay(site.clock.now(), settings['time-zone']).join('-');
}

type Claims = ExpressionBuilder<Schema, 'article_claims'>;

/** The newest version of a claim: those before it are kept and say nothing any more. */
function isNewest(eb: Claims) {
  return eb.not(
    eb.exists(
      eb
        .selectFrom('article_claims as later')
        .select('later.version')
        .whereRef('later.article_id', '=', 'article_claims.article_id')
        .whereRef('later.number', '=', 'article_claims.number')
        .whereRef('later.version', '>', 'article_claims.version'),
    ),
  );
}

/** True of a claim that a published article has closed. */
function isClosed(eb: Claims) {
  return eb.exists(
    eb
      .selectFrom('claim_outcomes')
      .innerJoin('articles', 'articles.id', 'claim_outcomes.by_article_id')
      .select('claim_outcomes.id')
      .where(isPublished)
      .where('claim_outcomes.public_at', 'is not', null)
      .whereRef('claim_outcomes.article_id', '=', 'article_claims.article_id')
      .whereRef('claim_outcomes.number', '=', 'article_claims.number'),
  );
}

/** An article's claims by their numbers; those withdrawn last of all are left out. */
export async function claimsOf(db: Db, articleId: string, today: string): Promise<ClaimView[]> {
  const rows = await db
    .selectFrom('article_claims')
    .selectAll()
    .where('article_id', '=', articleId)
    .where('state', '=', 'standing')
    .where(isNewest)
    .orderBy('number')
    .execute();
  if (rows.length === 0) return [];
  const text = await textIn(db, articleId);
  const outcomes = await outcomesOf(db, [articleId]);
  return rows.map((row) => viewOf(row, { today, text, outcomes: outcomes.get(keyOf(row)) ?? [] }));
}

/** Everything that an article says, as passages are looked for in it. */
export async function textIn(db: Db, articleId: string): Promise<string> {
  const row = await db
    .selectFrom('articles')
    .select(['title', 'standfirst', 'html'])
    .where('id', '=', articleId)
    .executeTakeFirst();
  return row ? [row.title, row.standfirst ?? '', textOf(row.html as CleanHtml)].join('\n') : '';
}

type Beside = { today: string; text: string | null; outcomes: OutcomeView[] };

function viewOf(row: ClaimRow, { today, text, outcomes }: Beside): ClaimView {
  const shown = outcomes.filter(({ publicAt }) => publicAt !== null);
  const outcome = shown.find(({ withdrawn }) => !withdrawn) ?? null;
  const closed = outcome !== null;
  return {
    number: row.number,
    version: row.version,
    passage: row.passage,
    claim: row.claim || row.passage,
    due: row.due,
    standing: standingOf({ due: row.due, withdrawn: row.state === 'withdrawn', closed }, today),
    inText: text === null || foldPassage(text).includes(foldPassage(row.passage)),
    outcome,
    before: shown.filter((each) => each !== outcome),
  };
}

const keyOf = ({ article_id, number }: { article_id: string; number: number }) => `${article_id} ${number}`;

/** What was said to have come of the claims of some articles, newest first, by claim. */
async function outcomesOf(db: Db, articleIds: string[]): Promise<Map<string, OutcomeView[]>> {
  if (articleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('claim_outcomes')
    .innerJoin('articles', 'articles.id', 'claim_outcomes.by_article_id')
    .select(['claim_outcomes.article_id', 'number', 'outcome', 'sentence', 'on_date', 'public_at'])
    .select(['by_article_id', 'articles.title', 'articles.path', 'articles.state'])
    .where('claim_outcomes.article_id', 'in', articleIds)
    .orderBy('public_at', 'desc')
    .orderBy('claim_outcomes.id', 'desc')
    .execute();
  const all = new Map<string, OutcomeView[]>();
  for (const row of rows) {
    const view: OutcomeView = {
      ...{ outcome: row.outcome, sentence: row.sentence, date: row.on_date, publicAt: row.public_at },
      by: { id: row.by_article_id, title: row.title, path: row.path ?? '' },
      withdrawn: row.state === 'withdrawn',
    };
    all.set(keyOf(row), [...(all.get(keyOf(row)) ?? []), view]);
  }
  return all;
}

/** Claims that an article closes or is to close, with what it says of each; those of withdrawn articles are left out. */
export async function closedBy(
  db: Db,
  articleId: string,
  today: string,
): Promise<(ListedClaim & { said: OutcomeView })[]> {
  const rows = await db
    .selectFrom('claim_outcomes')
    .select(['article_id', 'number'])
    .distinct()
    .where('by_article_id', '=', articleId)
    .execute();
  const ids = [...new Set(rows.map(({ article_id }) => article_id))];
  const claims = await listed(db, { ids, today });
  const outcomes = await outcomesOf(db, ids);
  return claims.flatMap((claim) => {
    const said = outcomes
      .get(keyOf({ article_id: claim.article.id, number: claim.number }))
      ?.find(({ by }) => by.id === articleId);
    return said ? [{ ...claim, said }] : [];
  });
}

/** Which claims of published articles a list holds. */
export type ClaimFilter = 'due' | 'overdue' | 'to-come' | 'closed';

function matching(db: Db, filter: ClaimFilter, today: string) {
  const query = db
    .selectFrom('article_claims')
    .innerJoin('articles', 'articles.id', 'article_claims.article_id')
    .where(isPublished)
    .where('article_claims.state', '=', 'standing')
    .where((eb) => isNewest(eb as unknown as Claims));
  if (filter === 'closed') return query.where((eb) => isClosed(eb as unknown as Claims));
  const open = query.where((eb) => eb.not(isClosed(eb as unknown as Claims)));
  return open.where('article_claims.due', filter === 'due' ? '=' : filter === 'overdue' ? '<' : '>', today);
}

/** Claims of published articles, the one longest due first; of those closed, the latest due first. */
export async function listClaims(
  db: Db,
  { filter, today, limit, offset }: { filter: ClaimFilter; today: string; limit: number; offset: number },
): Promise<ListedClaim[]> {
  const rows = await matching(db, filter, today)
    .selectAll('article_claims')
    .select(['articles.title', 'articles.path'])
    .orderBy('article_claims.due', filter === 'closed' ? 'desc' : 'asc')
    .orderBy('article_claims.article_id')
    .orderBy('article_claims.number')
    .limit(limit)
    .offset(offset)
    .execute();
  return withOutcomes(db, rows, today);
}

/** How many claims a list holds. */
export async function countClaims(db: Db, filter: ClaimFilter, today: string): Promise<number> {
  const row = await matching(db, filter, today)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** How many open claims came due today or before. */
export async function countClaimsDue(db: Db, today: string): Promise<number> {
  return (await countClaims(db, 'due', today)) + (await countClaims(db, 'overdue', today));
}

/** How many open claims fell due in each month until today, the newest first: `2026-11` and a number. */
export async function overdueByMonth(db: Db, today: string): Promise<{ month: string; count: number }[]> {
  const month = sql<string>`substr(article_claims.due, 1, 7)`;
  const rows = await matching(db, 'overdue', today)
    .select((eb) => [month.as('month'), eb.fn.countAll<number>().as('count')])
    .groupBy(month)
    .orderBy('month', 'desc')
    .execute();
  return rows.map((row) => ({ month: row.month, count: Number(row.count) }));
}

/**
 * Claims of other published articles in whose words, or in whose article's title, a text stands: those closed too,
 * since what came of one may change. Without a text, the open ones.
 */
export async function findClaims(
  db: Db,
  { text, notOf, today, limit }: { text: string; notOf: string; today: string; limit: number },
): Promise<ListedClaim[]> {
  let query = db
    .selectFrom('article_claims')
    .innerJoin('articles', 'articles.id', 'article_claims.article_id')
    .selectAll('article_claims')
    .select(['articles.title', 'articles.path'])
    .where(isPublished)
    .where('article_claims.state', '=', 'standing')
    .where('article_claims.article_id', '!=', notOf)
    .where((eb) => isNewest(eb as unknown as Claims));
  if (text === '') query = query.where((eb) => eb.not(isClosed(eb as unknown as Claims)));
  else query = query.where(holds(text));
  const rows = await query
    .orderBy('article_claims.due')
    .orderBy('article_claims.article_id')
    .orderBy('article_claims.number')
    .limit(limit)
    .execute();
  return withOutcomes(db, rows, today);
}

function holds(text: string) {
  const like = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const words = sql`lower(articles.title || ' ' || article_claims.passage || ' ' || article_claims.claim)`;
  return sql<boolean>`${words} LIKE ${like} ESCAPE '\\'`;
}

async function listed(db: Db, { ids, today }: { ids: string[]; today: string }): Promise<ListedClaim[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('article_claims')
    .innerJoin('articles', 'articles.id', 'article_claims.article_id')
    .selectAll('article_claims')
    .select(['articles.title', 'articles.path'])
    .where(isPublished)
    .where('article_claims.article_id', 'in', ids)
    .where('article_claims.state', '=', 'standing')
    .where((eb) => isNewest(eb as unknown as Claims))
    .orderBy('article_claims.due')
    .orderBy('article_claims.article_id')
    .orderBy('article_claims.number')
    .execute();
  return withOutcomes(db, rows, today);
}

type Titled = ClaimRow & { title: string; path: string | null };

async function withOutcomes(db: Db, rows: Titled[], today: string): Promise<ListedClaim[]> {
  const outcomes = await outcomesOf(db, [...new Set(rows.map(({ article_id }) => article_id))]);
  return rows.map((row) => ({
    ...viewOf(row, { today, text: null, outcomes: outcomes.get(keyOf(row)) ?? [] }),
    article: { id: row.article_id, title: row.title, path: row.path ?? '' },
  }));
}

/** A text that changes with what other articles say of this one's claims, and with theirs that it closes. */
export async function followUpStamp(db: Db, articleId: string): Promise<string> {
  const rows = await db
    .selectFrom('claim_outcomes')
    .innerJoin('articles', (join) =>
      join.on((eb) =>
        eb.or([
          eb('articles.id', '=', eb.ref('claim_outcomes.by_article_id')),
          eb('articles.id', '=', eb.ref('claim_outcomes.article_id')),
        ]),
      ),
    )
    .select(['claim_outcomes.id', 'claim_outcomes.public_at', 'articles.state', 'articles.path'])
    .select(['articles.updated_at', 'articles.title'])
    .where((eb) =>
      eb.or([
        eb('claim_outcomes.article_id', '=', articleId),
        eb('claim_outcomes.by_article_id', '=', articleId),
      ]),
    )
    .orderBy('claim_outcomes.id')
    .orderBy('articles.id')
    .execute();
  return rows.map((row) => Object.values(row).join(' ')).join(' ');
}
