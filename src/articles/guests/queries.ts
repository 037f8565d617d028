import type { Db } from '../../store/schema.ts';
import type { NamedWriter } from './guest.ts';

/** The names over an article, in their order, and who of them are guests. */
export async function writersOf(db: Db, articleId: string): Promise<NamedWriter[]> {
  return (await writersOfAll(db, [articleId])).get(articleId) ?? [];
}

/** The same of several articles, by article. */
export async function writersOfAll(db: Db, articleIds: string[]): Promise<Map<string, NamedWriter[]>> {
  if (articleIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('article_bylines')
    .leftJoin('guest_bylines', (join) =>
      join
        .onRef('guest_bylines.article_id', '=', 'article_bylines.article_id')
        .onRef('guest_bylines.name', '=', 'article_bylines.name'),
    )
    .select(['article_bylines.article_id', 'article_bylines.name', 'guest_bylines.note', 'guest_bylines.url'])
    .where('article_bylines.article_id', 'in', articleIds)
    .orderBy('article_bylines.article_id')
    .orderBy('article_bylines.position')
    .execute();
  const all = new Map<string, NamedWriter[]>();
  for (const { article_id, name, note, url } of rows) {
    const writer = { name, guest: note === null ? null : { note, url } };
    all.set(article_id, [...(all.get(article_id) ?? []), writer]);
  }
  return all;
}
