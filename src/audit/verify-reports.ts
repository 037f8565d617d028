import type { Action } from '../record/entry.ts';
import type { Db } from '../store/schema.ts';
import { type Audit, isFull, report } from './audit.ts';
import { entriesAbout } from './entries-about.ts';
import { nameOf, type PublicEntry, publicEntries } from './public-entries.ts';

const pageSize = 500;
const actions = ['comment.report', 'report.settle'] satisfies Action[];

/**
 * Holds readers’ reports against the private entries by which they were taken and settled: of each response as many, for
 * the same reasons, and settled as often, each time as the record says. Those that went with the words have no
 * settlement.
 */
export async function verifyReports(audit: Audit): Promise<void> {
  for (let after: string | null = ''; after !== null && !isFull(audit); ) {
    const ids = await reportedAfter(audit.db, after);
    await checkResponses(audit, ids);
    after = ids.length < pageSize ? null : (ids.at(-1) ?? null);
  }
  for await (const page of publicEntries(audit.db, { actions, privately: true })) {
    if (isFull(audit)) return;
    await findMissing(audit, page);
  }
}

async function checkResponses(audit: Audit, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const entries = await entriesAbout(audit.db, { ids, actions });
  const reports = Map.groupBy(await reportsOf(audit.db, ids), ({ comment_id }) => comment_id);
  const items = Map.groupBy(await settledOf(audit.db, ids), ({ comment_id }) => comment_id);
  for (const id of ids) {
    const of = (action: Action) => reasonsIn(entries.get(id) ?? [], action);
    const taken = (reports.get(id) ?? []).map(({ reason }) => reason).sort();
    const settled = (items.get(id) ?? []).map(({ outcome }) => outcome);
    const isTaken = taken.join() === of('comment.report').sort().join();
    const isSettled = settled.join() === of('report.settle').join();
    if (!isTaken) report(audit, `The reports of a response (${id}) are not those that the record has taken.`);
    if (!isSettled) report(audit, `The reports of a response (${id}) were not settled as the record says.`);
  }
}

const reasonsIn = (entries: readonly PublicEntry[], action: Action) =>
  entries.filter(({ body }) => body.action === action).map(({ body }) => body.reason ?? '');

async function reportedAfter(db: Db, after: string): Promise<string[]> {
  const rows = await db
    .selectFrom('report_items')
    .select('comment_id')
    .distinct()
    .where('comment_id', '>', after)
    .orderBy('comment_id')
    .limit(pageSize)
    .execute();
  return rows.map(({ comment_id }) => comment_id);
}

function reportsOf(db: Db, ids: readonly string[]) {
  return db.selectFrom('reports').select(['comment_id', 'reason']).where('comment_id', 'in', ids).execute();
}

/** What staff settled, in its order: a response has one open item at a time. */
function settledOf(db: Db, ids: readonly string[]) {
  return db
    .selectFrom('report_items')
    .select(['comment_id', 'outcome'])
    .where('comment_id', 'in', ids)
    .where('outcome', 'in', ['kept', 'removed'])
    .orderBy('id')
    .execute();
}

/** Of responses of which no report is there at all. */
async function findMissing(audit: Audit, page: PublicEntry[]): Promise<void> {
  if (page.length === 0) return;
  const ids = [...new Set(page.map(({ body }) => body.subject.id))];
  const rows = await audit.db
    .selectFrom('report_items')
    .select('comment_id')
    .distinct()
    .where('comment_id', 'in', ids)
    .execute();
  const there = new Set(rows.map(({ comment_id }) => comment_id));
  for (const entry of page)
    if (!there.has(entry.body.subject.id))
      report(audit, `What ${nameOf(entry)} says (${entry.body.action}) is missing.`, entry.seq);
}
