import type { Db } from '../../store/schema.ts';
import { isPublished } from '../../store/visibility.ts';
import { staticPagesById } from '../static-pages/queries.ts';
import { staticPagePath } from '../static-pages/static-page.ts';
import { type Menu, type MenuPlace, type MenuTarget, menuPlaces } from './menu.ts';

/** An entry as it is stored, with the address to which it leads now; null where nothing is there for readers. */
export type MenuEntry = { place: MenuPlace; label: string; target: MenuTarget; path: string | null };

/** The entries of both places, in their order. */
export async function menuEntries(db: Db): Promise<MenuEntry[]> {
  const rows = await db
    .selectFrom('menu_entries')
    .selectAll()
    .orderBy('place', 'desc')
    .orderBy('position')
    .execute();
  if (rows.length === 0) return [];
  const idsOf = (kind: MenuTarget['kind']) =>
    rows.filter((row) => row.target_kind === kind).map((row) => row.target_id);
  const pages = await staticPagesById(db, idsOf('page'));
  const tags = await tagPaths(db, idsOf('tag'));
  const series = await seriesPaths(db);
  const pathOf = {
    page: (id: string) => pathOfPage(pages.get(id)),
    tag: (id: string) => tags.get(id),
    series: (id: string) => series.get(id),
  };
  return rows.map((row) => {
    const target = { kind: row.target_kind, id: row.target_id } as MenuTarget;
    const { kind, id } = target;
    const path = kind === 'list' || kind === 'outside' ? id : (pathOf[kind](id) ?? null);
    return { place: row.place as MenuPlace, label: row.label, target, path };
  });
}

function pathOfPage(page: { slug: string } | undefined): string | undefined {
  return page && staticPagePath(page.slug);
}

/** The menu as readers see it: what leads nowhere now is left out. */
export async function readMenu(db: Db): Promise<Menu> {
  const entries = await menuEntries(db);
  const at = (place: MenuPlace) =>
    entries.flatMap((entry) =>
      entry.place === place && entry.path !== null ? [{ label: entry.label, path: entry.path }] : [],
    );
  return Object.fromEntries(menuPlaces.map((place) => [place, at(place)])) as Menu;
}

/** The addresses of tags that a published article has, by id. */
async function tagPaths(db: Db, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('tags')
    .innerJoin('article_tags', 'article_tags.tag_id', 'tags.id')
    .innerJoin('articles', 'articles.id', 'article_tags.article_id')
    .select(['tags.id', 'tags.slug'])
    .distinct()
    .where('tags.id', 'in', ids)
    .where(isPublished)
    .execute();
  return new Map(rows.map(({ id, slug }) => [id, `/tag/${slug}/`]));
}

/** The addresses of series of which readers see a part, by id. */
async function seriesPaths(db: Db): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('series')
    .innerJoin('series_parts', 'series_parts.series_id', 'series.id')
    .innerJoin('articles', 'articles.id', 'series_parts.article_id')
    .select(['series.id', 'series.slug'])
    .distinct()
    .where(isPublished)
    .execute();
  return new Map(rows.map(({ id, slug }) => [id, `/series/${slug}/`]));
}

/** What an address of the publication's own means: a page, a tag or a series that is there; null for none. */
export async function targetAt(db: Db, path: string): Promise<MenuTarget | null> {
  const [, first = '', second = ''] = path.split('/');
  if (first === 'tag') {
    const tag = await db.selectFrom('tags').select('id').where('slug', '=', second).executeTakeFirst();
    return tag ? { kind: 'tag', id: tag.id } : null;
  }
  if (first === 'series') {
    const found = await db.selectFrom('series').select('id').where('slug', '=', second).executeTakeFirst();
    return found ? { kind: 'series', id: found.id } : null;
  }
  if (second !== '') return null;
  const page = await db.selectFrom('static_pages').select('id').where('slug', '=', first).executeTakeFirst();
  return page ? { kind: 'page', id: page.id } : null;
}
