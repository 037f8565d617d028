import type { Db } from '../store/schema.ts';
import { lockCitations } from './lock-citations.ts';

/**
 * Forgets pages that nobody cites any more: of what was kept of them nothing stays. Answers the names of their copies,
 * which are to be taken away once that is written.
 */
export async function dropUnused(tx: Db, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  await lockCitations(tx, { by: 'id', are: ids }); // before the look: whoever begins to use one has it locked as well
  const unused = await tx
    .selectFrom('citations')
    .select('id')
    .where('id', 'in', ids)
    .where('id', 'not in', (eb) => eb.selectFrom('citation_uses').select('citation_id'))
    .execute();
  if (unused.length === 0) return [];
  const gone = unused.map(({ id }) => id);
  const files = await dropSnapshots(tx, gone);
  await tx.deleteFrom('citation_checks').where('citation_id', 'in', gone).execute();
  await tx.deleteFrom('citations').where('id', 'in', gone).execute();
  return files;
}

/** Takes away every snapshot of some pages. Answers the names of their copies. */
export async function dropSnapshots(tx: Db, ids: readonly string[]): Promise<string[]> {
  const rows = await tx
    .deleteFrom('snapshots')
    .where('citation_id', 'in', [...ids])
    .returning('file')
    .execute();
  return rows.flatMap(({ file }) => (file === null ? [] : [file]));
}
