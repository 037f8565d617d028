import type { Db } from '../../store/schema.ts';
import {
  type DecisionFacts,
  restrictionKinds,
  type Statement,
  statementOf,
  suspensionStatement,
} from './statement.ts';

/** Every statement of reasons on a response, the newest first. */
export async function statementsOf(db: Db, commentId: string): Promise<Statement[]> {
  const rows = await decisions(db)
    .where('comment_decisions.comment_id', '=', commentId)
    .orderBy('comment_decisions.id', 'desc')
    .limit(100)
    .execute();
  const suspended = await suspensions(db)
    .where('suspensions.comment_id', '=', commentId)
    .orderBy('suspensions.id', 'desc')
    .limit(100)
    .execute();
  const all = [...rows.flatMap(statementIn), ...suspended.map(suspensionIn)];
  return all.sort((a, b) => (a.id < b.id ? 1 : -1));
}

/** The statement of a suspension; null where there is none. */
export async function suspensionById(db: Db, id: string): Promise<Statement | null> {
  const row = await suspensions(db).where('suspensions.id', '=', id).executeTakeFirst();
  return row ? suspensionIn(row) : null;
}

/** The statements of decisions and of suspensions by their ids, at most a few hundred; of some there may be none. */
export async function statementsById(db: Db, ids: readonly string[]): Promise<Map<string, Statement>> {
  if (ids.length === 0) return new Map();
  const rows = await decisions(db).where('comment_decisions.id', 'in', ids).execute();
  const suspended = await suspensions(db).where('suspensions.id', 'in', ids).execute();
  const all = [...rows.flatMap(statementIn), ...suspended.map(suspensionIn)];
  return new Map(all.map((statement) => [statement.id, statement]));
}

/** The statement of one decision; null where it took nothing from anybody. */
export async function statementById(db: Db, id: string): Promise<Statement | null> {
  const row = await decisions(db).where('comment_decisions.id', '=', id).executeTakeFirst();
  return row ? (statementIn(row)[0] ?? null) : null;
}

/**
 * The statements of a period in their order, for reports: `from` is in it, `to` is not, both UTC times. Those of an
 * archive’s own decisions are none of ours. `after` is the id of the last one of the page before.
 */
export async function statementsBetween(
  db: Db,
  { from, to, after = '', limit = 1000 }: { from: string; to: string; after?: string; limit?: number },
): Promise<Statement[]> {
  const rows = await decisions(db)
    .where('comment_decisions.at', '>=', from)
    .where('comment_decisions.at', '<', to)
    .where('comment_decisions.id', '>', after)
    .orderBy('comment_decisions.id')
    .limit(limit)
    .execute();
  const suspended = await suspensions(db)
    .where('suspensions.at', '>=', from)
    .where('suspensions.at', '<', to)
    .where('suspensions.id', '>', after)
    .orderBy('suspensions.id')
    .limit(limit)
    .execute();
  const all = [...rows.flatMap(statementIn), ...suspended.map(suspensionIn)];
  return all.sort((a, b) => (a.id < b.id ? -1 : 1)).slice(0, limit);
}

function suspensions(db: Db) {
  return db
    .selectFrom('suspensions')
    .innerJoin('comments', 'comments.id', 'suspensions.comment_id')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .select(['suspensions.id', 'suspensions.at', 'suspensions.until', 'suspensions.ended_at'])
    .select(['suspensions.kind', 'suspensions.by_role', 'reason_code', 'reason_label', 'reason_text'])
    .select(['comments.id as response_id', 'comments.number', 'comments.posted_at'])
    .select(['articles.id as article_id', 'articles.title', 'articles.path', 'articles.language']);
}

type SuspensionRow = Awaited<ReturnType<ReturnType<typeof suspensions>['execute']>>[number];

function suspensionIn(row: SuspensionRow): Statement {
  return suspensionStatement({
    ...{ id: row.id, at: row.at, until: row.until, endedAt: row.ended_at, whom: row.kind },
    ...{ byRole: row.by_role, response: responseIn(row) },
    reason: { code: row.reason_code, label: row.reason_label, sentence: row.reason_text },
  });
}

type ResponseRow = Pick<
  Row,
  'response_id' | 'number' | 'posted_at' | 'article_id' | 'title' | 'path' | 'language'
>;

function responseIn(row: ResponseRow): Statement['response'] {
  return {
    ...{ id: row.response_id, number: row.number, postedAt: row.posted_at },
    article: { id: row.article_id, title: row.title, path: row.path ?? '/', language: row.language },
  };
}

function decisions(db: Db) {
  return db
    .selectFrom('comment_decisions')
    .innerJoin('comments', 'comments.id', 'comment_decisions.comment_id')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .leftJoin('cases', 'cases.id', 'comment_decisions.case_id')
    .select(['comment_decisions.id', 'comment_decisions.at', 'comment_decisions.kind', 'by_role'])
    .select(['reason_code', 'reason_label', 'reason_text', 'comment_decisions.source as told_by'])
    .select(['comments.id as response_id', 'comments.number', 'comments.posted_at', 'comments.held_for'])
    .select(['articles.id as article_id', 'articles.title', 'articles.path', 'articles.language'])
    .select('cases.kind as notice_kind')
    .where('comment_decisions.kind', 'in', restrictionKinds)
    .where('by_role', 'not in', ['importer', 'writer'])
    .where((eb) => eb.or([eb('reason_code', 'is', null), eb('reason_code', '<>', 'asked')]));
}

type Row = Awaited<ReturnType<ReturnType<typeof decisions>['execute']>>[number];

function statementIn(row: Row): Statement[] {
  const facts: DecisionFacts = {
    ...{ id: row.id, at: row.at, kind: row.kind, byRole: row.by_role, source: row.told_by },
    reason: { code: row.reason_code, label: row.reason_label, sentence: row.reason_text },
    noticeKind: row.notice_kind,
    heldFor: row.held_for === null ? [] : (JSON.parse(row.held_for) as string[]),
    response: responseIn(row),
  };
  const statement = statementOf(facts);
  return statement ? [statement] : [];
}

/** The statement of a decision as long as nothing was decided after it; else null. */
export async function latestRestriction(db: Db, id: string): Promise<Statement | null> {
  const statement = await statementById(db, id);
  if (statement === null) return null;
  const later = await db
    .selectFrom('comment_decisions')
    .select('id')
    .where('comment_id', '=', statement.response.id)
    .where('id', '>', id)
    .where('kind', '<>', 'unname')
    .limit(1)
    .executeTakeFirst();
  return later ? null : statement;
}

/** The address that a writer left with a response, or null. */
export async function writersEmail(db: Db, commentId: string): Promise<string | null> {
  const row = await db.selectFrom('comments').select('email').where('id', '=', commentId).executeTakeFirst();
  return row?.email ?? null;
}
