import type { Db } from '../store/schema.ts';

/**
 * Says that what readers see of an article has changed although no entry of the record tells of it: what is derived,
 * such as marks and citations. Pages and answers that were kept are made anew. Inside the transaction that changes it.
 */
export async function touchPage(tx: Db, articleId: string): Promise<void> {
  await tx
    .updateTable('articles')
    .set((eb) => ({ marks: eb('marks', '+', 1) }))
    .where('id', '=', articleId)
    .execute();
}

/** How often an article was touched so: part of the stamp of whatever shows what is derived of it. */
export async function marksOf(db: Db, articleId: string): Promise<number> {
  const row = await db.selectFrom('articles').select('marks').where('id', '=', articleId).executeTakeFirst();
  return row?.marks ?? 0;
}
