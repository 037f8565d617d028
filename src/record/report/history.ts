import { parseJson } from '../../lib/json.ts';
import type { Db } from '../../store/schema.ts';
import type { EntryBody } from '../entry.ts';
import { reportedActions } from './report.ts';

/** An entry with its place in the record. */
export type Placed = { seq: number; body: EntryBody };

/** What was done to each of these subjects up to a place in the record, in its order. */
export async function historyOf(
  db: Db,
  { ids, until }: { ids: string[]; until: number },
): Promise<Map<string, Placed[]>> {
  const found = new Map<string, Placed[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom('record_entries')
    .select(['seq', 'leaf', 'private_body'])
    .where('subject_id', 'in', ids)
    .where('action', 'in', reportedActions)
    .where('seq', '<=', until)
    .orderBy('seq')
    .execute();
  for (const row of rows) {
    const body = bodyOf(row);
    if (!body) continue;
    const of = found.get(body.subject.id);
    if (of) of.push({ seq: row.seq ?? 0, body });
    else found.set(body.subject.id, [{ seq: row.seq ?? 0, body }]);
  }
  return found;
}

/**
 * Answers what was done to a subject before a place in the record, asked in the record’s order: each entry is passed once,
 * however many there are of one response. The same list grows with the next question.
 */
export function inPassing(
  history: ReadonlyMap<string, readonly Placed[]>,
): (id: string, seq: number) => readonly EntryBody[] {
  const passed = new Map<string, EntryBody[]>();
  return (id, seq) => {
    const all = history.get(id) ?? [];
    const before = passed.get(id) ?? [];
    passed.set(id, before);
    for (let next = all[before.length]; next && next.seq < seq; next = all[before.length])
      before.push(next.body);
    return before;
  };
}

/** What cannot be read as an entry is left out: `hustings verify` names it. */
export function bodyOf({
  leaf,
  private_body,
}: {
  leaf: string;
  private_body: string | null;
}): EntryBody | null {
  const body = parseJson(private_body ?? leaf) as Partial<EntryBody> | null;
  return body?.subject && body.by && body.action && body.at ? (body as EntryBody) : null;
}
