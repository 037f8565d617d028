import { sql } from 'kysely';
import type { Tag } from '../../articles/tags/tag.ts';
import { slugOf } from '../../lib/fold-text.ts';
import type { Db } from '../../store/schema.ts';
import { isPublished } from '../../store/visibility.ts';

/** A tag with the number of articles that readers find under it, and of others that have it. */
export type CountedTag = Tag & { published: number; others: number };

/** Tags by name, those whose name or slug holds the words sought. */
export async function deskTags(
  db: Db,
  { query, limit, offset }: { query: string; limit: number; offset: number },
): Promise<CountedTag[]> {
  const rows = await matching(db, query)
    .select(['id', 'name', 'slug'])
    .orderBy(sql`lower(name)`)
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  const counts = await countsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, ...(counts.get(row.id) ?? { published: 0, others: 0 }) }));
}

export async function countDeskTags(db: Db, query: string): Promise<number> {
  const row = await matching(db, query)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** One tag with its counts; null where there is none. */
export async function deskTag(db: Db, id: string): Promise<CountedTag | null> {
  const row = await db
    .selectFrom('tags')
    .select(['id', 'name', 'slug'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return { ...row, ...((await countsOf(db, [id])).get(id) ?? { published: 0, others: 0 }) };
}

/** Slugs that lead to a tag. */
export async function formerSlugsOf(db: Db, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('tag_former_slugs')
    .select('slug')
    .where('tag_id', '=', id)
    .orderBy('slug')
    .execute();
  return rows.map(({ slug }) => slug);
}

function matching(db: Db, query: string) {
  const tags = db.selectFrom('tags');
  const name = `%${query.replace(/[\\%_]/g, '\\$&')}%`;
  const slug = slugOf(query, '');
  if (query === '') return tags;
  return tags.where((eb) =>
    eb.or([
      eb(sql`lower(name)`, 'like', sql`lower(${name}) escape '\\'`),
      ...(slug === '' ? [] : [eb('slug', 'like', `%${slug}%`)]),
    ]),
  );
}

async function countsOf(db: Db, ids: string[]): Promise<Map<string, { published: number; others: number }>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('article_tags')
    .innerJoin('articles', 'articles.id', 'article_tags.article_id')
    .select((eb) => [
      'article_tags.tag_id',
      eb.fn.countAll<number>().as('all'),
      eb.fn.sum<number>(eb.case().when(isPublished(eb)).then(1).else(0).end()).as('published'),
    ])
    .where('article_tags.tag_id', 'in', ids)
    .groupBy('article_tags.tag_id')
    .execute();
  return new Map(
    rows.map((row) => [
      row.tag_id,
      { published: Number(row.published), others: Number(row.all) - Number(row.published) },
    ]),
  );
}
