import { touchPage } from '../articles/touch-page.ts';
import type { Db } from '../store/schema.ts';

/** Has the pages made anew of every article that a page is cited in. Inside the transaction that changes it. */
export async function touchCiting(tx: Db, citationId: string): Promise<void> {
  const rows = await tx
    .selectFrom('citation_uses')
    .select('article_id')
    .distinct()
    .where('citation_id', '=', citationId)
    .orderBy('article_id')
    .execute();
  for (const { article_id } of rows) await touchPage(tx, article_id);
}
