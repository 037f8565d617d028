import { nameSlug } from '../../lib/fold-text.ts';
import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import { keepChange } from '../../record/keep-change.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import type { Editor } from '../keep-revision.ts';
import { tagMeant } from './queries.ts';
import { lockTag } from './set-tags.ts';
import { namedAs, type Tag } from './tag.ts';

/**
 * Gives a tag another name. Its old address leads to the new one for ever. Refusals: `no-tag`, `same`, `clash` (the
 * name is another tag's, or once was: merge them instead).
 */
export async function renameTag(
  site: Site,
  editor: Editor,
  { id, name }: { id: string; name: string },
): Promise<Outcome<Tag>> {
  return site.store.write(async (tx) => {
    const tag = await lockTag(tx, { id });
    if (!tag) return refuse('no-tag', 'There is no such tag: it was merged or deleted meanwhile.');
    if (tag.name === name) return refuse('same', 'That is its name already.', 'name');
    const renamed = { id, name, slug: nameSlug(name) };
    const other = await tagMeant(tx, renamed.slug);
    if (other && other.id !== id)
      return refuse(
        'clash',
        `The tag “${other.name}” has this name, or once had it. Merge this tag into it, or choose another name.`,
        'name',
      );
    await tx.deleteFrom('tag_former_slugs').where('slug', '=', renamed.slug).execute();
    await tx.updateTable('tags').set(namedAs(renamed)).where('id', '=', id).execute();
    if (renamed.slug !== tag.slug) await keepFormerSlug(site, tx, { slug: tag.slug, tagId: id, editor });
    const words = { from: namedAs(tag), to: namedAs(renamed) };
    await keepChange(site, tx, { action: 'tag.rename', type: 'tag', id, by: editor, words });
    return done(renamed);
  });
}

type Former = { slug: string; tagId: string; editor: Editor };

/** From now on a slug leads to a tag. */
export async function keepFormerSlug(site: Site, tx: Db, { slug, tagId, editor }: Former): Promise<void> {
  const at = site.clock.now().toISOString();
  await tx
    .insertInto('tag_former_slugs')
    .values({ slug, tag_id: tagId, at, by_staff: editor.staffId })
    .execute();
}
