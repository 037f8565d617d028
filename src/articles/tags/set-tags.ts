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
  for (const each of named) ids.set(each.slug, (await tagNamed(site, tx, each)).id);
  return ids;
}

type Named = { name: string; slug: string };

/**
 * The tag of that slug, or the one that it leads to, locked; or a new one. While this waits for somebody's lock, they
 * rename the tag, merge it away or make the same: then it looks again.
 */
async function tagNamed(site: Site, tx: Db, named: Named): Promise<Tag> {
  for (;;) {
    const former = await formerlyAt(tx, named.slug);
    const known = await lockTag(tx, { slug: former?.slug ?? named.slug });
    if (known) return known;
    const made = former ? null : await makeTag(site, tx, named);
    if (made && !(await formerlyAt(tx, named.slug))) return made;
    if (made) await tx.deleteFrom('tags').where('id', '=', made.id).execute();
  }
}

/** Reads a tag and locks its row, so that it is not merged away while an article gets it. */
export async function lockTag(tx: Db, by: { slug: string } | { id: string }): Promise<Tag | undefined> {
  const query = tx.updateTable('tags').set((eb) => ({ name: eb.ref('name') }));
  const one = 'slug' in by ? query.where('slug', '=', by.slug) : query.where('id', '=', by.id);
  return one.returning(['id', 'name', 'slug']).executeTakeFirst();
}

/** A new tag; null where somebody else has made it meanwhile. */
async function makeTag(site: Site, tx: Db, named: Named): Promise<Tag | null> {
  const tag = { id: newId(site.clock, site.random), ...named };
  const made = await tx
    .insertInto('tags')
    .values(tag)
    .onConflict((conflict) => conflict.column('slug').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made ? tag : null;
}
