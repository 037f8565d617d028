import type { Action } from '../record/entry.ts';
import type { Db } from '../store/schema.ts';
import { entryOf, type PublicEntry } from './public-entries.ts';

/** The entries of some actions about some subjects, private ones too, by subject and in their order. */
export async function entriesAbout(
  db: Db,
  { ids, actions }: { ids: readonly string[]; actions: readonly Action[] },
): Promise<Map<string, PublicEntry[]>> {
  const found = new Map<string, PublicEntry[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom('record_entries')
    .select(['id', 'seq', 'leaf', 'private_body'])
    .where('subject_id', 'in', ids)
    .where('action', 'in', actions)
    .execute();
  const inOrder = rows.sort((a, b) => (a.seq ?? last) - (b.seq ?? last) || (a.id < b.id ? -1 : 1));
  for (const entry of inOrder.flatMap(entryOf)) {
    const { id } = entry.body.subject;
    const before = found.get(id);
    if (before) before.push(entry);
    else found.set(id, [entry]);
  }
  return found;
}

const last = Number.MAX_SAFE_INTEGER;
