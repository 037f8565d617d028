import { isRunning } from '../../comments/suspended.ts';
import type { Db } from '../../store/schema.ts';
import type { SuspensionKind } from './suspension.ts';

/** A suspension as the desk lists it: of an address nothing is shown. */
export type ListedSuspension = {
  id: string;
  kind: SuspensionKind;
  /** The name over the response; empty where it has none any more. */
  name: string;
  commentId: string;
  number: number | null;
  article: { id: string; title: string };
  at: string;
  until: string | null;
  endedAt: string | null;
  byRole: string;
  byName: string | null;
  reason: string;
  sentence: string | null;
};

type Which = { running: boolean; now: string };

/** Suspensions that run, or that have ended, the newest first. */
export async function listSuspensions(
  db: Db,
  { running, now, limit, offset }: Which & { limit: number; offset: number },
): Promise<ListedSuspension[]> {
  const rows = await db
    .selectFrom('suspensions')
    .innerJoin('comments', 'comments.id', 'suspensions.comment_id')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .leftJoin('staff', 'staff.id', 'suspensions.by_staff')
    .selectAll('suspensions')
    .select(['comments.name as writer', 'comments.number', 'articles.title', 'articles.id as article_id'])
    .select('staff.name as staff_name')
    .where((eb) => (running ? isRunning(now)(eb) : eb.not(isRunning(now)(eb))))
    .orderBy('suspensions.id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, kind: row.kind, name: row.writer, commentId: row.comment_id, number: row.number },
    ...{ at: row.at, until: row.until, endedAt: row.ended_at, byRole: row.by_role, byName: row.staff_name },
    ...{ reason: row.reason_label, sentence: row.reason_text },
    article: { id: row.article_id, title: row.title },
  }));
}

/** How many run, or have ended. */
export async function countSuspensions(db: Db, { running, now }: Which): Promise<number> {
  const row = await db
    .selectFrom('suspensions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where((eb) => (running ? isRunning(now)(eb) : eb.not(isRunning(now)(eb))))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
