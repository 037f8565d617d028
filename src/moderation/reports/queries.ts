import { lastingPath } from '../../comments/comment.ts';
import type { Db } from '../../store/schema.ts';

/** All reports on one response, as whoever decides sees them. */
export type ReportedItem = {
  /** The response’s id: an open item is known by it. */
  commentId: string;
  firstAt: string;
  lastAt: string;
  count: number;
  /** The greatest number that came within one hour. */
  withinHour: number;
  /** How many gave each reason, most first. */
  reasons: { code: string; count: number }[];
  /** What reporters added, the newest first. */
  texts: { at: string; text: string }[];
  /** When so many reports held the response back. */
  withheldAt: string | null;
  /** When a decision to keep takes effect; null while none was pressed. */
  keepAt: string | null;
};

/** So many of the newest reports of an item are looked through. */
const mostRead = 500;
const mostTexts = 5;

/** The open item of each of these responses. */
export async function reportedItems(db: Db, commentIds: string[]): Promise<Map<string, ReportedItem>> {
  if (commentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('report_items')
    .select(['id', 'comment_id', 'first_at', 'last_at', 'count', 'withheld_at', 'keep_at'])
    .where('comment_id', 'in', commentIds)
    .where('closed_at', 'is', null)
    .execute();
  const items = new Map<string, ReportedItem>();
  const all = await newestReports(
    db,
    rows.map(({ id }) => id),
  );
  for (const row of rows) {
    const reports = all.filter(({ item_id }) => item_id === row.id).slice(0, mostRead);
    items.set(row.comment_id, {
      ...{ commentId: row.comment_id, firstAt: row.first_at, lastAt: row.last_at, count: row.count },
      ...{ withheldAt: row.withheld_at, keepAt: row.keep_at, reasons: byReason(reports) },
      withinHour: mostWithinAnHour(reports.map(({ at }) => at)),
      texts: reports.filter(({ text }) => text !== '').slice(0, mostTexts),
    });
  }
  return items;
}

/** Of a page of items the newest together: that of a brigade is counted by its own row. */
async function newestReports(db: Db, itemIds: string[]) {
  if (itemIds.length === 0) return [];
  return db
    .selectFrom('reports')
    .select(['item_id', 'at', 'reason', 'text'])
    .where('item_id', 'in', itemIds)
    .orderBy('id', 'desc')
    .limit(mostRead * 20)
    .execute();
}

function byReason(reports: { reason: string }[]): ReportedItem['reasons'] {
  const counts = new Map<string, number>();
  for (const { reason } of reports) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count);
}

/** The greatest number of times, newest first, that lie within one hour of one another. */
export function mostWithinAnHour(times: readonly string[]): number {
  const at = times.map((time) => Date.parse(time)).sort((a, b) => a - b);
  let most = 0;
  let from = 0;
  for (const [index, time] of at.entries()) {
    while (time - (at[from] ?? time) > 3_600_000) from += 1;
    most = Math.max(most, index - from + 1);
  }
  return most;
}

/** Who settled the reports on a response last, and how; null where none were. */
export async function lastSettled(
  db: Db,
  commentId: string,
): Promise<{
  at: string;
  outcome: string;
  byRole: string;
  byStaff: string | null;
  byName: string | null;
} | null> {
  const row = await db
    .selectFrom('report_items')
    .leftJoin('staff', 'staff.id', 'report_items.by_staff')
    .select(['closed_at', 'outcome', 'by_role', 'by_staff', 'staff.name'])
    .where('comment_id', '=', commentId)
    .where('closed_at', 'is not', null)
    .orderBy('report_items.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row?.closed_at) return null;
  return {
    ...{ at: row.closed_at, outcome: row.outcome ?? '', byRole: row.by_role ?? '' },
    ...{ byStaff: row.by_staff, byName: row.name },
  };
}

/** A report as whoever sent it may see it: what became of it, without a word of the response. Null for none. */
export async function ownReport(db: Db, id: string) {
  const row = await db
    .selectFrom('reports')
    .innerJoin('report_items', 'report_items.id', 'reports.item_id')
    .innerJoin('comments', 'comments.id', 'reports.comment_id')
    .innerJoin('articles', 'articles.id', 'comments.article_id')
    .select(['reports.id', 'reports.at', 'closed_at', 'report_items.outcome', 'reason_label'])
    .select(['comments.id as comment_id', 'comments.number', 'comments.state', 'articles.title', 'path'])
    .where('reports.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const outcome = (['kept', 'removed', 'gone'] as const).find((each) => each === row.outcome) ?? null;
  const place = row.number === null ? (row.path ?? '/') : lastingPath(row.path ?? '/', row.number);
  return {
    ...{ id: row.id, commentId: row.comment_id, sentAt: row.at, settledAt: row.closed_at, outcome },
    ...{ reason: row.reason_label, stands: outcome === 'kept' && row.state === 'published' },
    response: { number: row.number, path: place, title: row.title },
  };
}
