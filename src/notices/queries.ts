import { ownerOf } from '../articles/lasting/queries.ts';
import type { Db } from '../store/schema.ts';
import { isListed } from '../store/visibility.ts';
import { isNoticeKind, type NoticeKind, type NoticeValues } from './notice.ts';

/** The article that stands at a path or stood there: also one that was withdrawn, of which copies may live on. */
export async function articleAt(db: Db, path: string): Promise<string | null> {
  const row = await db
    .selectFrom('articles')
    .select('id')
    .where('path', '=', path)
    .where('articles.state', '<>', 'draft')
    .executeTakeFirst();
  return row?.id ?? ownerOf(db, path);
}

/** The response with a number that readers know. */
export async function commentAt(db: Db, articleId: string, number: number): Promise<string | null> {
  const row = await db
    .selectFrom('comments')
    .select('id')
    .where('article_id', '=', articleId)
    .where('number', '=', number)
    .where(isListed)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** A case as its complainant and the desk may see it. */
export type CaseView = {
  id: string;
  number: string;
  kind: NoticeKind;
  values: NoticeValues;
  email: string | null;
  confirmed: boolean;
  receivedAt: string;
  dueAt: string | null;
  closedAt: string | null;
  outcome: string | null;
  article: { id: string; title: string; path: string } | null;
  comment: { id: string; number: number | null } | null;
};

/** A case by its id, or null. */
export async function readCase(db: Db, id: string): Promise<CaseView | null> {
  const row = await db
    .selectFrom('cases')
    .leftJoin('articles', 'articles.id', 'cases.article_id')
    .leftJoin('comments', 'comments.id', 'cases.comment_id')
    .selectAll('cases')
    .select(['articles.title', 'articles.path', 'comments.number as comment_number'])
    .where('cases.id', '=', id)
    .executeTakeFirst();
  if (!row || !isNoticeKind(row.kind)) return null;
  return {
    ...{ id: row.id, number: row.number, kind: row.kind, values: JSON.parse(row.fields) as NoticeValues },
    ...{ email: row.email, confirmed: row.confirmed_at !== null, receivedAt: row.received_at },
    ...{ dueAt: row.due_at, closedAt: row.closed_at, outcome: row.outcome },
    article:
      row.article_id === null ? null : { id: row.article_id, title: row.title ?? '', path: row.path ?? '' },
    comment: row.comment_id === null ? null : { id: row.comment_id, number: row.comment_number },
  };
}

export type CaseLetter = {
  id: string;
  recipient: 'complainant' | 'poster';
  subject: string;
  text: string;
  at: string;
};

/** Letters of a case to one of both, the newest first. */
export async function lettersOf(
  db: Db,
  caseId: string,
  recipient: CaseLetter['recipient'],
): Promise<CaseLetter[]> {
  return db
    .selectFrom('case_letters')
    .select(['id', 'recipient', 'subject', 'text', 'at'])
    .where('case_id', '=', caseId)
    .where('recipient', '=', recipient)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
}
