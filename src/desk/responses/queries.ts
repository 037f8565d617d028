import { sql } from 'kysely';
import { placeOf } from '../../comments/comment.ts';
import { findingsOn } from '../../comments/filters/queries.ts';
import { beginningOf } from '../../lib/beginning.ts';
import { type CleanHtml, linksOf, textOf } from '../../lib/clean-html.ts';
import type { CommentState, Db } from '../../store/schema.ts';
import { isPublished } from '../../store/visibility.ts';
import type { Decision, DeskResponse } from './response-view.ts';

export type Page = { limit: number; offset: number };

/** Written out, so that both engines know that the index of what is held answers. */
const isHeld = sql.lit<CommentState>('held');

/** One response in any state, or null. */
export async function readResponse(db: Db, id: string): Promise<DeskResponse | null> {
  const [response] = await readResponses(db, [id]);
  return response ?? null;
}

/** How many numbers each of these articles has given. */
export async function threadLengths(db: Db, articleIds: string[]): Promise<Map<string, number>> {
  if (articleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'last_number'])
    .where('id', 'in', articleIds)
    .execute();
  return new Map(rows.map(({ id, last_number }) => [id, last_number]));
}

/** A response's words as they were sent. */
export async function sourceOf(db: Db, id: string): Promise<string> {
  const row = await db.selectFrom('comments').select('source').where('id', '=', id).executeTakeFirst();
  return row?.source ?? '';
}

/** The states that are not `held`, which the list of decided responses shows. */
export const decidedStates = ['published', 'removed', 'refused', 'withdrawn', 'erased'] as const;
export type DecidedState = (typeof decidedStates)[number];

export type DecidedFilter = { articleId: string | null; state: DecidedState | null; number: number | null };

/** Published and decided responses: last published, or last decided where they are no longer shown, first. */
export async function decidedResponses(
  db: Db,
  { limit, offset, ...filter }: Page & DecidedFilter,
): Promise<DeskResponse[]> {
  const most = limit + offset;
  const found = await Promise.all([lastPublished(db, filter, most), lastDecided(db, filter, most)]);
  const ids = found
    .flat()
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1))
    .slice(offset, most)
    .map(({ id }) => id);
  const byId = new Map((await readResponses(db, ids)).map((response) => [response.id, response]));
  return ids.map((id) => byId.get(id)).filter((response) => response !== undefined);
}

type Found = { id: string; at: string };

async function lastPublished(db: Db, filter: DecidedFilter, most: number): Promise<Found[]> {
  if (filter.state !== null && filter.state !== 'published') return [];
  let query = db.selectFrom('comments').select(['id', 'published_at']).where('state', '=', 'published');
  if (filter.articleId !== null) query = query.where('article_id', '=', filter.articleId);
  if (filter.number !== null) query = query.where('number', '=', filter.number);
  const rows = await query.orderBy('published_at', 'desc').orderBy('id', 'desc').limit(most).execute();
  return rows.map((row) => ({ id: row.id, at: row.published_at ?? '' }));
}

async function lastDecided(db: Db, filter: DecidedFilter, most: number): Promise<Found[]> {
  if (filter.state === 'published') return [];
  const states = filter.state === null ? decidedStates.filter((s) => s !== 'published') : [filter.state];
  let query = db
    .selectFrom('comments')
    .leftJoin('comment_decisions', 'comment_decisions.comment_id', 'comments.id')
    .select((eb) => [
      'comments.id',
      eb.fn.coalesce(eb.fn.max('comment_decisions.at'), 'comments.posted_at').as('last'),
    ])
    .where('comments.state', 'in', states);
  if (filter.articleId !== null) query = query.where('comments.article_id', '=', filter.articleId);
  if (filter.number !== null) query = query.where('comments.number', '=', filter.number);
  const rows = await query
    .groupBy(['comments.id', 'comments.posted_at'])
    .orderBy('last', 'desc')
    .orderBy('comments.id', 'desc')
    .limit(most)
    .execute();
  return rows.map((row) => ({ id: row.id, at: row.last ?? '' }));
}

/** How many responses are in each state, of one article or of all. */
export async function countByState(db: Db, articleId: string | null): Promise<Map<CommentState, number>> {
  let query = db
    .selectFrom('comments')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state');
  if (articleId !== null) query = query.where('article_id', '=', articleId);
  return new Map((await query.execute()).map((row) => [row.state, Number(row.count)]));
}

/** An article's title by its id, whatever its state. */
export async function articleTitle(db: Db, id: string): Promise<string | null> {
  const row = await db.selectFrom('articles').select('title').where('id', '=', id).executeTakeFirst();
  return row?.title ?? null;
}

/** A response of a thread by its number, with how often it is reported and in how many open cases it is. */
export type InThread = { id: string; number: number; reports: number; cases: number };

/** The numbered responses of an article that is published, from one number to another, and how many wait under it. */
export async function threadAtDesk(
  db: Db,
  { path, from, to }: { path: string; from: number; to: number },
): Promise<{ articleId: string; waits: number; responses: InThread[] } | null> {
  const article = await db
    .selectFrom('articles')
    .select('id')
    .where('path', '=', path)
    .where(isPublished)
    .executeTakeFirst();
  if (!article) return null;
  const rows = await db
    .selectFrom('comments')
    .leftJoin('report_items', (join) =>
      join.onRef('report_items.comment_id', '=', 'comments.id').on('report_items.closed_at', 'is', null),
    )
    .select(['comments.id', 'number', 'report_items.count as reports'])
    .select((eb) =>
      eb
        .selectFrom('cases')
        .select((of) => of.fn.countAll<number>().as('count'))
        .whereRef('cases.comment_id', '=', 'comments.id')
        .where('cases.closed_at', 'is', null)
        .as('cases'),
    )
    .where('comments.article_id', '=', article.id)
    .where('number', '>=', from)
    .where('number', '<=', to)
    .where('state', 'in', ['published', 'removed'])
    .orderBy('number')
    .execute();
  const { count } = await db
    .selectFrom('comments')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('article_id', '=', article.id)
    .where('state', '=', isHeld)
    .executeTakeFirstOrThrow();
  return {
    ...{ articleId: article.id, waits: Number(count) },
    responses: rows.map(({ id, number, reports, cases }) => ({
      ...{ id, number: number ?? 0, reports: reports ?? 0, cases: Number(cases) },
    })),
  };
}

/** These responses in any state, in no order. */
export async function readResponses(db: Db, ids: string[]): Promise<DeskResponse[]> {
  if (ids.length === 0) return [];
  return viewResponses(db, await responses(db).where('comments.id', 'in', ids).execute());
}

const columns = [
  ...['comments.id', 'comments.state', 'comments.name', 'comments.url', 'comments.html'],
  ...['comments.posted_at', 'comments.number', 'comments.held_for', 'comments.release_at'],
  ...['comments.in_reply_to', 'target.name as target_name', 'target.html as target_html'],
  ...['articles.id as article_id', 'articles.title', 'articles.path'],
] as const;

function responses(db: Db) {
  return db
    .selectFrom('comments')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .leftJoin('comments as target', (join) =>
      join
        .onRef('target.article_id', '=', 'comments.article_id')
        .onRef('target.number', '=', 'comments.in_reply_to')
        .on('target.state', '=', 'published'),
    )
    .select(columns)
    .select((eb) =>
      eb
        .selectFrom('comment_versions')
        .select((count) => count.fn.countAll<number>().as('count'))
        .whereRef('comment_versions.comment_id', '=', 'comments.id')
        .as('wordings'),
    );
}

type Row = Awaited<ReturnType<ReturnType<typeof responses>['execute']>>[number];

async function viewResponses(db: Db, rows: Row[]): Promise<DeskResponse[]> {
  const decisions = await lastDecisions(
    db,
    rows.filter((row) => row.state !== 'held').map((row) => row.id),
  );
  const findings = await findingsOn(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({
    ...viewResponse(row, decisions.get(row.id) ?? null),
    findings: findings.get(row.id) ?? {},
  }));
}

function viewResponse(row: Row, decision: Decision | null): Omit<DeskResponse, 'findings'> {
  const gone = row.state === 'withdrawn' || row.state === 'erased';
  const html = row.html as CleanHtml;
  const path = row.path ?? '/';
  return {
    id: row.id,
    state: row.state,
    name: row.name,
    url: gone ? null : row.url,
    html: gone ? null : html,
    wordings: Number(row.wordings),
    postedAt: row.posted_at,
    number: row.number,
    place: row.number === null ? null : placeOf(path, row.number),
    links: gone ? 0 : linksOf(html).length + (row.url === null ? 0 : 1),
    heldFor: row.held_for === null ? [] : (JSON.parse(row.held_for) as string[]),
    releaseAt: row.release_at,
    answers: row.in_reply_to === null ? null : targetOf(row, row.in_reply_to),
    article: { id: row.article_id, title: row.title, path },
    decision,
  };
}

function targetOf(row: Row, number: number): DeskResponse['answers'] {
  const html = row.target_html as CleanHtml | null;
  return { number, name: row.target_name, beginning: html === null ? null : beginningOf(textOf(html)) };
}

/** The last decision on each, with the name of whoever took it: staff know one another. */
async function lastDecisions(db: Db, ids: string[]): Promise<Map<string, Decision>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('comment_decisions')
    .leftJoin('staff', 'staff.id', 'comment_decisions.by_staff')
    .select(['comment_id', 'kind', 'at', 'by_role', 'reason_label', 'reason_text', 'staff.name'])
    .where('comment_id', 'in', ids)
    .orderBy('comment_decisions.id')
    .execute();
  return new Map(
    rows.map((row) => [
      row.comment_id,
      {
        kind: row.kind,
        at: row.at,
        byRole: row.by_role,
        byName: row.name,
        reason: row.reason_label,
        sentence: row.reason_text,
      },
    ]),
  );
}
