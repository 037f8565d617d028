import type { Db } from '../store/schema.ts';

/** An entry that has its place in the chain. */
export type StoredEntry = {
  id: string;
  seq: number;
  at: string;
  action: string;
  visibility: 'public' | 'private';
  leaf: string;
  private_body: string | null;
  private_salt: string | null;
  hash: string;
};

const columns = [
  'id',
  'seq',
  'at',
  'action',
  'visibility',
  'leaf',
  'private_body',
  'private_salt',
  'hash',
] as const;

/** Entries of the chain in their order, after a number. */
export async function storedEntries(
  db: Db,
  { after, limit }: { after: number; limit: number },
): Promise<StoredEntry[]> {
  const rows = await db
    .selectFrom('record_entries')
    .select(columns)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, seq: row.seq ?? 0, hash: row.hash ?? '' }));
}
