import type { CleanHtml } from '../../lib/clean-html.ts';
import { markdownToHtml } from '../../lib/markdown.ts';
import { illustrate } from '../../pictures/expand-pictures.ts';
import type { Db } from '../../store/schema.ts';
import { isPublished } from '../../store/visibility.ts';
import type { NamedPath } from '../article-view.ts';
import { tagPath } from '../queries.ts';
import type { Tag } from './tag.ts';

/** A tag as readers see it, with what stands above its articles; null where nothing does. */
export type IntroducedTag = NamedPath & { introduction: CleanHtml | null };

/** A tag of published articles by its slug, or null. */
export async function readTag(db: Db, slug: string): Promise<IntroducedTag | null> {
  const row = await db
    .selectFrom('tags')
    .innerJoin('article_tags', 'article_tags.tag_id', 'tags.id')
    .innerJoin('articles', 'articles.id', 'article_tags.article_id')
    .leftJoin('tag_introductions', 'tag_introductions.tag_id', 'tags.id')
    .select(['tags.name', 'tag_introductions.source'])
    .where('tags.slug', '=', slug)
    .where(isPublished)
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const shown = row.source === null ? null : await illustrate(db, markdownToHtml(row.source, 'article'));
  return { name: row.name, path: tagPath(slug), introduction: shown?.html ?? null };
}

/** Where a tag is now that had this slug, or was merged; null where none did. A slug in use leads nowhere else. */
export async function movedTagPath(db: Db, slug: string): Promise<string | null> {
  const now = await db.selectFrom('tags').select('id').where('slug', '=', slug).executeTakeFirst();
  const tag = now ? null : await formerlyAt(db, slug);
  return tag ? tagPath(tag.slug) : null;
}

/** The tag that once had a slug, or that one was merged into which had it. */
export async function formerlyAt(db: Db, slug: string): Promise<Tag | null> {
  const row = await db
    .selectFrom('tag_former_slugs')
    .innerJoin('tags', 'tags.id', 'tag_former_slugs.tag_id')
    .select(['tags.id', 'tags.name', 'tags.slug'])
    .where('tag_former_slugs.slug', '=', slug)
    .executeTakeFirst();
  return row ?? null;
}

/** The tag that a slug means: the one that has it, or else the one that had it. */
export async function tagMeant(db: Db, slug: string): Promise<Tag | null> {
  const now = await db
    .selectFrom('tags')
    .select(['id', 'name', 'slug'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  return now ?? formerlyAt(db, slug);
}

/** The Markdown above a tag's articles; empty where there is none. */
export async function introductionOf(db: Db, tagId: string): Promise<string> {
  const row = await db
    .selectFrom('tag_introductions')
    .select('source')
    .where('tag_id', '=', tagId)
    .executeTakeFirst();
  return row?.source ?? '';
}
