import type { Db } from '../../store/schema.ts';

/** True while the demo publication's articles are here. */
export async function isDemo(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('articles')
    .select('id')
    .where('origin', '=', 'demo')
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
