import type { Db } from '../store/schema.ts';

/**
 * Holds citations to the end of the transaction, so that none is dropped as unused while somebody begins to use it.
 * Changes nothing: it is the lock that both engines know. Answers those that there are.
 */
export async function lockCitations(
  tx: Db,
  { by, are }: { by: 'id' | 'url_hash'; are: readonly string[] },
): Promise<{ id: string; url: string; url_hash: string }[]> {
  return tx
    .updateTable('citations')
    .set((eb) => ({ url_hash: eb.ref('url_hash') }))
    .where(by, 'in', are)
    .returning(['id', 'url', 'url_hash'])
    .execute();
}
