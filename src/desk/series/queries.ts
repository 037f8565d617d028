import { sql } from 'kysely';
import type { Db } from '../../store/schema.ts';
import { isPublished } from '../../store/visibility.ts';
import type { PartRow } from './series-page.tsx';

/** A series with the number of its parts that readers see, and of others. */
export type CountedSeries = { id: string; title: string; published: number; others: number };

/** Series by title. */
export async function deskSeries(
  db: Db,
  { limit, offset }: { limit: number; offset: number },
): Promise<CountedSeries[]> {
  const rows = await db
    .selectFrom('series')
    .leftJoin('series_parts', 'series_parts.series_id', 'series.id')
    .leftJoin('articles', 'articles.id', 'series_parts.article_id')
    .select((eb) => [
      'series.id',
      'series.title',
      eb.fn.count<number>('articles.id').as('all'),
      eb.fn
        .sum<number>(eb.case().when('articles.state', '=', 'published').then(1).else(0).end())
        .as('published'),
    ])
    .groupBy(['series.id', 'series.title'])
    .orderBy(sql`lower(series.title)`)
    .orderBy('series.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map(({ id, title, all, published }) => ({
    ...{ id, title },
    published: Number(published),
    others: Number(all) - Number(published),
  }));
}

export async function countDeskSeries(db: Db): Promise<number> {
  const row = await db
    .selectFrom('series')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Slugs that lead to a series. */
export async function formerSeriesSlugs(db: Db, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('series_former_slugs')
    .select('slug')
    .where('series_id', '=', id)
    .orderBy('slug')
    .execute();
  return rows.map(({ slug }) => slug);
}

/** Articles by their ids, in that order; those that are gone are left out. */
export async function partRows(db: Db, ids: string[]): Promise<PartRow[]> {
  if (ids.length === 0) return [];
  const all = await db.selectFrom('articles').select(['id', 'title']).where('id', 'in', ids).execute();
  const seen = await db
    .selectFrom('articles')
    .select('id')
    .where('id', 'in', ids)
    .where(isPublished)
    .execute();
  const published = new Set(seen.map(({ id }) => id));
  const titles = new Map(all.map(({ id, title }) => [id, title]));
  return ids.flatMap((id) => {
    const title = titles.get(id);
    return title === undefined ? [] : [{ id, title, isSeen: published.has(id) }];
  });
}

/** The article that an address means: its page for readers, one at which it stood, or its page at the desk; null for none. */
export async function articleMeant(db: Db, path: string): Promise<string | null> {
  const [, id = ''] = /^\/desk\/articles\/([0-9a-f-]{36})\//.exec(path) ?? [];
  const now = await db
    .selectFrom('articles')
    .select('id')
    .where((eb) => eb.or([eb('path', '=', path), eb('id', '=', id)]))
    .executeTakeFirst();
  if (now) return now.id;
  const moved = await db
    .selectFrom('article_moves')
    .select('article_id')
    .where('from_path', '=', path)
    .executeTakeFirst();
  return moved?.article_id ?? null;
}
