import { nameSlug } from '../../lib/fold-text.ts';
import { newId } from '../../lib/ids.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { formerlyAt } from './queries.ts';
import type { Tag } from './tag.ts';

/** Gives an article its tags. The former name of one means the tag that it became or was merged into. */
export async function setTags(
  site: Site,
  tx: Db,
  { id, names }: { id: string; names: string[] },
): Promise<void> {
  await tx.deleteFrom('article_tags').where('article_id', '=', id).execute();
  const ids = await tagIds(site, tx, names);
  for (const [position, name] of names.entries())
    await tx
      .insertInto('article_tags')
      .values({ article_id: id, position, tag_id: ids.get(nameSlug(name)) ?? '' })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** Ids by slug, of tags that are there or are made now: in one order everywhere, so that two writers never wait crosswise. */
async function tagIds(site: Site, tx: Db, names: string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const named = names
    .map((name) => ({ name, slug: nameSlug(name) }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1));
  for (const { name, slug } of named) {
    const former = await formerlyAt(tx, slug);
    const tag =
      (await lockTag(tx, { slug: former?.slug ?? slug })) ?? (await madeTag(site, tx, { name, slug }));
    ids.set(slug, tag.id);
  }
  return ids;
}

/** Reads a tag and locks its row, so that it is not merged away while an article gets it. */
export async function lockTag(tx: Db, by: { slug: string } | { id: string }): Promise<Tag | undefined> {
  const query = tx.updateTable('tags').set((eb) => ({ name: eb.ref('name') }));
  const one = 'slug' in by ? query.where('slug', '=', by.slug) : query.where('id', '=', by.id);
  return one.returning(['id', 'name', 'slug']).executeTakeFirst();
}

async function madeTag(site: Site, tx: Db, tag: { name: string; slug: string }): Promise<{ id: string }> {
  await tx
    .insertInto('tags')
    .values({ id: newId(site.clock, site.random), ...tag })
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .execute();
  return tx.selectFrom('tags').select('id').where('slug', '=', tag.slug).executeTakeFirstOrThrow();
}
