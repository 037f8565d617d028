import type { ExpressionBuilder } from 'kysely';
import { ownerOf } from '../articles/lasting/queries.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import { isWithheldByReports } from '../moderation/may-restore.ts';
import type { Db, Schema } from '../store/schema.ts';
import { goneState, isListed } from '../store/visibility.ts';
import { isWritersAddress } from '../subscriptions/writers-address.ts';
import { type CaseStep, stepKinds } from './case-steps.ts';
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
  /** When what was kept of it was forgotten. */
  forgottenAt: string | null;
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
    forgottenAt: row.forgotten_at,
    article:
      row.article_id === null ? null : { id: row.article_id, title: row.title ?? '', path: row.path ?? '' },
    comment: row.comment_id === null ? null : { id: row.comment_id, number: row.comment_number },
  };
}

/** The history of a case, in its order. */
export async function stepsOf(db: Db, caseId: string): Promise<CaseStep[]> {
  const rows = await db
    .selectFrom('case_steps')
    .leftJoin('staff', 'staff.id', 'case_steps.by_staff')
    .select(['case_steps.number', 'case_steps.kind', 'case_steps.at', 'by_role', 'facts', 'staff.name'])
    .where('case_id', '=', caseId)
    .orderBy('case_steps.number')
    .execute();
  return rows.flatMap((row): CaseStep[] => {
    const kind = stepKinds.find((each) => each === row.kind);
    if (kind === undefined) return [];
    const facts = row.facts === null ? {} : (JSON.parse(row.facts) as CaseStep['facts']);
    return [{ number: row.number, kind, at: row.at, byRole: row.by_role, byName: row.name, facts }];
  });
}

/** A case in a list. */
export type ListedCase = {
  id: string;
  number: string;
  kind: NoticeKind;
  receivedAt: string;
  dueAt: string | null;
  closedAt: string | null;
  article: string | null;
  response: number | null;
};

/** Open cases, the soonest due first, then those without anything due by their age; or closed ones, newest first. */
export async function listCases(
  db: Db,
  { open, limit, offset }: { open: boolean; limit: number; offset: number },
): Promise<ListedCase[]> {
  const rows = await listed(db)
    .where('closed_at', open ? 'is' : 'is not', null)
    .$if(open, (query) => query.orderBy((eb) => eb.fn.coalesce('due_at', eb.val('9'))).orderBy('cases.id'))
    .$if(!open, (query) => query.orderBy('closed_at', 'desc').orderBy('cases.id', 'desc'))
    .limit(limit)
    .offset(offset)
    .execute();
  return viewListed(rows);
}

/** These cases, in no order. */
export async function casesById(db: Db, ids: string[]): Promise<ListedCase[]> {
  if (ids.length === 0) return [];
  return viewListed(await listed(db).where('cases.id', 'in', ids).execute());
}

/** The open cases about a response, the oldest first. */
export async function openCasesAbout(db: Db, commentId: string): Promise<ListedCase[]> {
  const query = listed(db).where('cases.comment_id', '=', commentId).where('closed_at', 'is', null);
  return viewListed(await query.orderBy('cases.id').execute());
}

function listed(db: Db) {
  return db
    .selectFrom('cases')
    .leftJoin('articles', 'articles.id', 'cases.article_id')
    .leftJoin('comments', 'comments.id', 'cases.comment_id')
    .select(['cases.id', 'cases.number', 'cases.kind', 'received_at', 'due_at', 'closed_at'])
    .select(['articles.title', 'comments.number as response']);
}

function viewListed(rows: Awaited<ReturnType<ReturnType<typeof listed>['execute']>>): ListedCase[] {
  return rows.flatMap((row): ListedCase[] =>
    isNoticeKind(row.kind)
      ? [
          {
            ...{ id: row.id, number: row.number, kind: row.kind, receivedAt: row.received_at },
            ...{ dueAt: row.due_at, closedAt: row.closed_at, article: row.title, response: row.response },
          },
        ]
      : [],
  );
}

type Deadline = {
  id: string;
  kind: NoticeKind;
  dueAt: string | null;
  remindedFor: string | null;
  overdueTold: string | null;
};

/** Open cases, with when each is due as it was last counted. */
export async function openDeadlines(db: Db): Promise<Deadline[]> {
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'kind', 'due_at', 'reminded_for', 'overdue_told'])
    .where('closed_at', 'is', null)
    .execute();
  return rows.flatMap(({ id, kind, due_at, reminded_for, overdue_told }) =>
    isNoticeKind(kind)
      ? [{ id, kind, dueAt: due_at, remindedFor: reminded_for, overdueTold: overdue_told }]
      : [],
  );
}

/** How many cases are open, or closed. */
export async function countCases(db: Db, open: boolean): Promise<number> {
  const row = await db
    .selectFrom('cases')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('closed_at', open ? 'is' : 'is not', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** The words of a response as they were when they were withheld or removed for a case. */
export type Evidence = {
  id: string;
  name: string;
  url: string | null;
  html: CleanHtml;
  postedAt: string;
  at: string;
};

/** What a case has frozen, the newest first. */
export async function evidenceOf(db: Db, caseId: string): Promise<Evidence[]> {
  const rows = await db
    .selectFrom('case_evidence')
    .select(['id', 'name', 'url', 'html', 'posted_at', 'at'])
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({ ...row, html: row.html as CleanHtml, postedAt: row.posted_at }));
}

/** The response that a case is about as it stands now, with whether its writer left an address. */
export type CaseResponse = {
  id: string;
  number: number | null;
  name: string;
  html: CleanHtml | null;
  standing: 'held' | 'published' | 'removed' | 'withdrawn' | 'withheld' | 'refused' | 'erased';
  reachable: 'confirmed' | 'unconfirmed' | 'none';
  /** Readers’ reports alone withhold it: a case may take that over. */
  byReports: boolean;
};

/** Reads it; null where a case is about none. */
export async function caseResponse(db: Db, commentId: string): Promise<CaseResponse | null> {
  const row = await db
    .selectFrom('comments')
    .select(['id', 'number', 'name', 'html', 'state', 'withheld_at', 'email'])
    .where('id', '=', commentId)
    .executeTakeFirst();
  if (!row) return null;
  const confirmed = row.email !== null && (await isWritersAddress(db, { email: row.email, commentId }));
  const standing = row.state === 'removed' ? goneState(row) : row.state;
  return {
    ...{ id: row.id, number: row.number, name: row.name },
    html: row.html === '' ? null : (row.html as CleanHtml),
    ...{ standing, byReports: standing === 'withheld' && (await isWithheldByReports(db, commentId)) },
    reachable: row.email === null ? 'none' : confirmed ? 'confirmed' : 'unconfirmed',
  };
}

/** The oldest open case about a response whose notice was sent to the writer and not yet answered. */
export async function openNoticeOf(db: Db, commentId: string): Promise<{ caseId: string } | null> {
  const row = await db
    .selectFrom('cases')
    .select('cases.id')
    .where('comment_id', '=', commentId)
    .where('closed_at', 'is', null)
    .where((eb) => eb.exists(stepOf(eb, 'notified')))
    .where((eb) => eb.not(eb.exists(stepOf(eb, 'replied'))))
    .orderBy('cases.id')
    .limit(1)
    .executeTakeFirst();
  return row ? { caseId: row.id } : null;
}

function stepOf(eb: ExpressionBuilder<Schema, 'cases'>, kind: CaseStep['kind']) {
  return eb
    .selectFrom('case_steps')
    .select('case_steps.number')
    .whereRef('case_steps.case_id', '=', 'cases.id')
    .where('case_steps.kind', '=', kind);
}

/** Whether a complaint about a response was sent to its writer, and whether it waits for an answer; null for neither. */
export async function complaintOf(db: Db, commentId: string): Promise<'told' | 'waits' | null> {
  if ((await openNoticeOf(db, commentId)) !== null) return 'waits';
  const row = await db
    .selectFrom('case_letters')
    .innerJoin('cases', 'cases.id', 'case_letters.case_id')
    .select('case_letters.id')
    .where('comment_id', '=', commentId)
    .where('recipient', '=', 'poster')
    .limit(1)
    .executeTakeFirst();
  return row ? 'told' : null;
}

/** A writer’s answer. `identity` is encrypted. */
export type CaseReply = {
  at: string;
  kind: 'agreed' | 'stands' | 'defective';
  disclose: boolean | null;
  identity: string | null;
  words: string;
};

/** The writer’s answer to a case’s notice, if there is one. */
export async function repliesOf(db: Db, caseId: string): Promise<CaseReply[]> {
  const rows = await db
    .selectFrom('case_replies')
    .select(['at', 'kind', 'disclose', 'identity', 'words'])
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...row, disclose: row.disclose === null ? null : Number(row.disclose) === 1 }));
}
