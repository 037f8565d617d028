import type { Db } from '../../store/schema.ts';

/** The tree over so many entries, its root in base64. */
export type Tree = { size: number; root: string };

/** The lines of signature that witnesses put under the checkpoint of a tree, by their keys’ order; empty for none. */
export async function cosignaturesOf(db: Db, { size, root }: Tree): Promise<string[]> {
  const rows = await db
    .selectFrom('record_cosignatures')
    .select('line')
    .where('size', '=', size)
    .where('root', '=', root)
    .orderBy('key')
    .execute();
  return rows.map(({ line }) => line);
}

/** The largest tree that a witness cosigned; null where none did. */
export async function newestCosigned(db: Db): Promise<Tree | null> {
  const row = await db
    .selectFrom('record_cosignatures')
    .select(['size', 'root'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** The smallest tree of at least so many entries that a witness cosigned; null where none did. */
export async function smallestCosigned(db: Db, atLeast: number): Promise<Tree | null> {
  const row = await db
    .selectFrom('record_cosignatures')
    .select(['size', 'root'])
    .where('size', '>=', atLeast)
    .orderBy('size')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
