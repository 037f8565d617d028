import type { Db } from '../../store/schema.ts';
import { isPublished } from '../../store/visibility.ts';
import type { NamedPath } from '../article-view.ts';
import { type Series, type SeriesPlace, seriesPath } from './series.ts';

/** A series with all its parts, by its id or slug; null where there is none. */
export async function readSeries(db: Db, by: { id: string } | { slug: string }): Promise<Series | null> {
  const all = db.selectFrom('series').select(['id', 'slug', 'title', 'introduction']);
  const row = await ('id' in by
    ? all.where('id', '=', by.id)
    : all.where('slug', '=', by.slug)
  ).executeTakeFirst();
  if (!row) return null;
  const parts = await db
    .selectFrom('series_parts')
    .select('article_id')
    .where('series_id', '=', row.id)
    .orderBy('position')
    .execute();
  return { ...row, parts: parts.map(({ article_id }) => article_id) };
}

/** Where a series is now that had this slug; null where none did. */
export async function movedSeriesPath(db: Db, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('series_former_slugs')
    .innerJoin('series', 'series.id', 'series_former_slugs.series_id')
    .select('series.slug')
    .where('series_former_slugs.slug', '=', slug)
    .executeTakeFirst();
  return row ? seriesPath(row.slug) : null;
}

/** The ids of a series' parts that readers see, in their order. */
export async function publishedParts(db: Db, seriesId: string): Promise<string[]> {
  return (await partsSeen(db, [seriesId])).map(({ id }) => id);
}

/** The parts of several series that readers see, each in its order. */
async function partsSeen(db: Db, seriesIds: string[]) {
  if (seriesIds.length === 0) return [];
  return db
    .selectFrom('series_parts')
    .innerJoin('articles', 'articles.id', 'series_parts.article_id')
    .select(['articles.id', 'articles.title', 'articles.path', 'series_parts.series_id'])
    .where('series_parts.series_id', 'in', seriesIds)
    .where(isPublished)
    .orderBy('series_parts.series_id')
    .orderBy('series_parts.position')
    .execute();
}

/** Where an article that readers see, or that is previewed, stands in its series; null where it is part of none. */
export async function placeInSeries(db: Db, articleId: string): Promise<SeriesPlace | null> {
  return (await placesInSeries(db, [articleId])).get(articleId) ?? null;
}

/** The same of several articles; those that readers do not see have no place. */
export async function placesInSeries(db: Db, articleIds: string[]): Promise<Map<string, SeriesPlace>> {
  const places = new Map<string, SeriesPlace>();
  if (articleIds.length === 0) return places;
  const found = await db
    .selectFrom('series_parts')
    .innerJoin('series', 'series.id', 'series_parts.series_id')
    .select(['series.id', 'series.title', 'series.slug'])
    .distinct()
    .where('series_parts.article_id', 'in', articleIds)
    .execute();
  const seen = await partsSeen(
    db,
    found.map(({ id }) => id),
  );
  for (const { id, title, slug } of found) {
    const parts = seen.filter(({ series_id }) => series_id === id);
    for (const [index, part] of parts.entries())
      places.set(part.id, {
        ...{ name: title, path: seriesPath(slug), part: index + 1, of: parts.length },
        previous: named(parts[index - 1]),
        next: named(parts[index + 1]),
      });
  }
  return places;
}

function named(part: { title: string; path: string | null } | undefined): NamedPath | null {
  return part ? { name: part.title, path: part.path ?? '' } : null;
}

/** Series of which readers see a part, with the time at which each was last changed. */
export async function seriesSeen(
  db: Db,
): Promise<{ id: string; slug: string; title: string; changedAt: string }[]> {
  const rows = await db
    .selectFrom('series')
    .select(['id', 'slug', 'title', 'changed_at'])
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('series_parts')
        .innerJoin('articles', 'articles.id', 'series_parts.article_id')
        .select('series_parts.series_id')
        .where(isPublished),
    )
    .orderBy('title')
    .orderBy('id')
    .execute();
  return rows.map(({ changed_at, ...row }) => ({ ...row, changedAt: changed_at }));
}
