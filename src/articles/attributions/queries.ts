import type { Db } from '../../store/schema.ts';
import type { Attribution } from './attribution.ts';

/** How an article's author knows, as it stands, with its version; null where nothing was ever said. */
export async function attributionOf(
  db: Db,
  articleId: string,
): Promise<{ version: number; attribution: Attribution } | null> {
  const row = await db
    .selectFrom('article_attributions')
    .select(['version', 'content'])
    .where('article_id', '=', articleId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { version: row.version, attribution: JSON.parse(row.content) as Attribution } : null;
}
