import type { Site } from '../site.ts';

const keptDays = 30;

/** Forgets the keyed hashes of network addresses after thirty days. Answers how many were forgotten. */
export async function forgetAddresses(site: Site): Promise<number> {
  const before = new Date(site.clock.now().getTime() - keptDays * 86_400_000).toISOString();
  const found = await site.store.read
    .selectFrom('comments')
    .select('id')
    .where('address_hash', 'is not', null)
    .where('posted_at', '<', before)
    .limit(1)
    .executeTakeFirst();
  if (!found) return 0;
  return site.store.write(async (tx) => {
    const result = await tx
      .updateTable('comments')
      .set({ address_hash: null })
      .where('address_hash', 'is not', null)
      .where('posted_at', '<', before)
      .executeTakeFirst();
    return Number(result.numUpdatedRows);
  });
}
