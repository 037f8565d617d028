import { nameSlug } from '../../lib/fold-text.ts';
import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import { keepChange } from '../../record/keep-change.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import type { Editor } from '../keep-revision.ts';
import { tagMeant } from './queries.ts';
import { keepFormerSlug } from './rename-tag.ts';
import { lockTag } from './set-tags.ts';
import { namedAs, type Tag } from './tag.ts';

/**
 * Merges a tag into another, named by `into`: articles keep that one, and every address of the first leads to it.
 * Answers the tag that stays. Refusals: `no-tag`, `no-other`, `itself`.
 */
export async function mergeTags(
  site: Site,
  editor: Editor,
  { id, into }: { id: string; into: string },
): Promise<Outcome<Tag>> {
  return site.store.write(async (tx) => {
    const pair = await lockBoth(tx, { id, into });
    if (!pair.ok) return pair;
    const { tag, other } = pair.value;
    await moveArticles(tx, { from: id, to: other.id });
    await tx.updateTable('tag_former_slugs').set({ tag_id: other.id }).where('tag_id', '=', id).execute();
    await dropTag(tx, id);
    await keepFormerSlug(site, tx, { slug: tag.slug, tagId: other.id, editor });
    const words = { from: namedAs(tag), into: namedAs(other) };
    await keepChange(site, tx, { action: 'tag.merge', type: 'tag', id, by: editor, words });
    return done(other);
  });
}

/** Deletes a tag that nothing has. Refusals: `no-tag`, `in-use`. */
export async function deleteTag(site: Site, editor: Editor, id: string): Promise<Outcome<null>> {
  return site.store.write(async (tx) => {
    const tag = await lockTag(tx, { id });
    if (!tag) return refuse('no-tag', 'There is no such tag: it was merged or deleted meanwhile.');
    const used = await tx
      .selectFrom('article_tags')
      .select('article_id')
      .where('tag_id', '=', id)
      .limit(1)
      .executeTakeFirst();
    if (used)
      return refuse('in-use', 'Articles have this tag, drafts among them: merge it into another instead.');
    await tx.deleteFrom('tag_former_slugs').where('tag_id', '=', id).execute();
    await dropTag(tx, id);
    await keepChange(site, tx, { action: 'tag.delete', type: 'tag', id, by: editor, words: namedAs(tag) });
    return done(null);
  });
}

type Pair = { tag: Tag; other: Tag };

/** Both rows locked, in the order of their slugs, as articles lock theirs. */
async function lockBoth(tx: Db, { id, into }: { id: string; into: string }): Promise<Outcome<Pair>> {
  const found = await tx
    .selectFrom('tags')
    .select(['id', 'name', 'slug'])
    .where('id', '=', id)
    .executeTakeFirst();
  const meant = into.trim() === '' ? null : await tagMeant(tx, nameSlug(into));
  if (!found) return refuse('no-tag', 'There is no such tag: it was merged or deleted meanwhile.');
  if (!meant) return refuse('no-other', 'No tag has that name: type the name of one that is there.', 'into');
  if (meant.id === id) return refuse('itself', 'That is this tag itself: name another.', 'into');
  const locked = new Map<string, Tag>();
  for (const { id: each } of [found, meant].sort((a, b) => (a.slug < b.slug ? -1 : 1))) {
    const tag = await lockTag(tx, { id: each });
    if (tag) locked.set(each, tag);
  }
  const [tag, other] = [locked.get(id), locked.get(meant.id)];
  if (!tag || !other) return refuse('no-tag', 'One of the two was merged or deleted meanwhile.');
  return done({ tag, other });
}

/** Whatever had the one has the other now, and none of them twice. */
async function moveArticles(tx: Db, { from, to }: { from: string; to: string }): Promise<void> {
  await tx
    .deleteFrom('article_tags')
    .where('tag_id', '=', from)
    .where('article_id', 'in', (eb) =>
      eb.selectFrom('article_tags').select('article_id').where('tag_id', '=', to),
    )
    .execute();
  await tx.updateTable('article_tags').set({ tag_id: to }).where('tag_id', '=', from).execute();
}

async function dropTag(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom('tag_introductions').where('tag_id', '=', id).execute();
  await tx.deleteFrom('tags').where('id', '=', id).execute();
}
