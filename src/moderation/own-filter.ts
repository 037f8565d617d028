import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

/** Keeps how somebody of the staff wants the queue narrowed, as the query of its address; nothing kept for an empty one. */
export async function keepOwnView(
  site: Site,
  { staffId, query }: { staffId: string; query: string },
): Promise<void> {
  await site.store.write(async (tx) => {
    await tx.deleteFrom('queue_views').where('staff_id', '=', staffId).execute();
    if (query !== '') await tx.insertInto('queue_views').values({ staff_id: staffId, query }).execute();
  });
}

/** The query that somebody keeps, or null. */
export async function ownView(db: Db, staffId: string): Promise<string | null> {
  const row = await db
    .selectFrom('queue_views')
    .select('query')
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  return row?.query ?? null;
}
