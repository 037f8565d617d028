import type { Db } from '../../store/schema.ts';

/** How many articles have a time at which they will be published. */
export async function countScheduled(db: Db): Promise<number> {
  const row = await db
    .selectFrom('article_schedules')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
