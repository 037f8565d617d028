import { dayFinder, wellBefore } from '../../lib/days.ts';
import { parseJson } from '../../lib/json.ts';
import type { Db } from '../../store/schema.ts';
import type { EntryBody } from '../entry.ts';
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
    const history = await historyOf(db, [...new Set(page.map(({ subject_id }) => subject_id ?? ''))]);
    for (const row of page) {
      const body = bodyOf(row);
      const on = dayOf(row.at);
      if (!body || on < from || on > to) continue;
      const earlier = history.get(body.subject.id) ?? [];
      const before = earlier.filter(({ seq }) => seq < (row.seq ?? 0)).map((entry) => entry.body);
      tally.take({ body, day: on, before });
    }
    const last = page.at(-1)?.seq;
    if (!last || page.length < pageSize) return tally.report();
    after = last;
  }
}

type Placed = { seq: number; body: EntryBody };

async function historyOf(db: Db, ids: string[]): Promise<Map<string, Placed[]>> {
  const found = new Map<string, Placed[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom('record_entries')
    .select(['seq', 'leaf', 'private_body'])
    .where('subject_id', 'in', ids)
    .where('action', 'in', reportedActions)
    .where('seq', 'is not', null)
    .orderBy('seq')
    .execute();
  for (const row of rows) {
    const body = bodyOf(row);
    if (!body) continue;
    const before = found.get(body.subject.id);
    if (before) before.push({ seq: row.seq ?? 0, body });
    else found.set(body.subject.id, [{ seq: row.seq ?? 0, body }]);
  }
  return found;
}

/** What cannot be read as an entry is left out: `hustings verify` names it. */
function bodyOf({ leaf, private_body }: { leaf: string; private_body: string | null }): EntryBody | null {
  const body = parseJson(private_body ?? leaf) as Partial<EntryBody> | null;
  return body?.subject && body.by && body.action && body.at ? (body as EntryBody) : null;
}
