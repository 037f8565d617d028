import { nativeOrigins } from '../articles/article.ts';
import { looksVersion } from '../names/look-alike.ts';
import type { Db } from '../store/schema.ts';
import { looksToHold } from './pseudonym.ts';

const atOnce = 200;

/**
 * Keeps the names of an article's archived responses for those who wrote them, on that article alone: fifteen years
 * of 'Mike' do not bar Mikes from the site. To be called again when names are gone from it.
 */
export async function keepArchiveNames(tx: Db, articleId: string): Promise<void> {
  const rows = await tx
    .selectFrom('comments')
    .select(['name', 'pseudonym_id'])
    .where('article_id', '=', articleId)
    .where('origin', 'not in', nativeOrigins)
    .where('name', '<>', '')
    .orderBy('number')
    .execute();
  const holders = new Map<string, string | null>();
  for (const { name, pseudonym_id } of rows)
    for (const look of looksToHold(name)) holders.set(look, holders.get(look) ?? pseudonym_id);
  await tx.deleteFrom('name_looks').where('scope', '=', articleId).execute();
  const looks = [...holders].map(([look, pseudonym_id]) => ({ scope: articleId, look, pseudonym_id }));
  for (let from = 0; from < looks.length; from += atOnce)
    await tx
      .insertInto('name_looks')
      .values(looks.slice(from, from + atOnce))
      .execute();
  await tx.updateTable('articles').set({ looks_version: looksVersion }).where('id', '=', articleId).execute();
}
