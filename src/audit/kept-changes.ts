import type { Audit } from './audit.ts';

/** A change whose words are kept beside the record's entry for it. */
export type Kept = { number: number; action: string; words: string; salt: string };

/** The changes of each subject, in their order. */
export async function changesBySubject({ db }: Audit): Promise<Map<string, Kept[]>> {
  const rows = await db
    .selectFrom('kept_changes')
    .select(['subject_id', 'number', 'action', 'words', 'salt'])
    .orderBy('subject_id')
    .orderBy('number')
    .execute();
  const kept = new Map<string, Kept[]>();
  for (const row of rows) {
    const before = kept.get(row.subject_id);
    if (before) before.push(row);
    else kept.set(row.subject_id, [row]);
  }
  return kept;
}
