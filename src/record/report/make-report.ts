import { dayFinder, wellBefore } from '../../lib/days.ts';
import type { Db } from '../../store/schema.ts';
import { bodyOf, historyOf, inPassing } from './history.ts';
import { type Report, reportedActions, Tally } from './report.ts';

/** Days as `YYYY-MM-DD`, both in it, in a time zone. */
export type Period = { from: string; to: string; timeZone: string };

const pageSize = 1000;
const day = 86_400_000;

/**
 * Counts what was done in a period from the entries of the record alone, private ones by their bodies. It reads in pages:
 * of a subject's earlier entries no more than those of the page's subjects are in memory.
 */
export async function makeReport(db: Db, { from, to, timeZone }: Period): Promise<Report> {
  const tally = new Tally({ from, to });
  const dayOf = dayFinder(timeZone);
  const until = new Date(Date.parse(`${to}T00:00:00Z`) + 3 * day).toISOString();
  for (let after = 0; ; ) {
    const page = await db
      .selectFrom('record_entries')
      .select(['seq', 'at', 'leaf', 'private_body', 'subject_id'])
      .where('seq', '>', after)
      .where('at', '>=', wellBefore(from))
      .where('at', '<', until)
      .where('action', 'in', reportedActions)
      .orderBy('seq')
      .limit(pageSize)
      .execute();
    const ids = [...new Set(page.map(({ subject_id }) => subject_id ?? ''))];
    const before = inPassing(await historyOf(db, { ids, until: page.at(-1)?.seq ?? 0 }));
    for (const row of page) {
      const body = bodyOf(row);
      const on = dayOf(row.at);
      if (!body || on < from || on > to) continue;
      tally.take({ body, day: on, before: before(body.subject.id, row.seq ?? 0) });
    }
    const last = page.at(-1)?.seq;
    if (!last || page.length < pageSize) return tally.report();
    after = last;
  }
}
