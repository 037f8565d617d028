import type { Db } from '../store/schema.ts';
import { isPublished } from '../store/visibility.ts';

/** What is told of an article to those who wait for its responses. */
export type LiveState = { id: string; path: string; lastNumber: number };

/** Of these articles those that readers see, with the newest number of each. */
export async function liveStates(db: Db, ids: string[]): Promise<LiveState[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'path', 'last_number'])
    .where('id', 'in', ids)
    .where(isPublished)
    .execute();
  return rows.map((row) => ({ id: row.id, path: row.path ?? '', lastNumber: row.last_number }));
}
