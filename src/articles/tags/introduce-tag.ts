import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import { keepChange } from '../../record/keep-change.ts';
import type { Site } from '../../site.ts';
import type { Editor } from '../keep-revision.ts';
import { introductionOf } from './queries.ts';
import { lockTag } from './set-tags.ts';

/** `seen` is the introduction that its editor saw. */
export type Introduction = { id: string; text: string; seen: string };

/** Sets what stands above a tag's articles; an empty text takes it away. Refusals: `no-tag`, `stale`, `same`. */
export async function introduceTag(
  site: Site,
  editor: Editor,
  { id, text, seen }: Introduction,
): Promise<Outcome<null>> {
  return site.store.write(async (tx) => {
    if (!(await lockTag(tx, { id })))
      return refuse('no-tag', 'There is no such tag: it was merged or deleted meanwhile.');
    const before = await introductionOf(tx, id);
    if (before === text) return refuse('same', 'Nothing in it was changed: there is nothing to save.');
    if (before !== seen)
      return refuse(
        'stale',
        'Somebody changed the introduction since you opened it: compare, then save again.',
      );
    await tx.deleteFrom('tag_introductions').where('tag_id', '=', id).execute();
    const row = { tag_id: id, source: text, at: site.clock.now().toISOString(), by_staff: editor.staffId };
    if (text !== '') await tx.insertInto('tag_introductions').values(row).execute();
    const words = { introduction: text };
    await keepChange(site, tx, { action: 'tag.introduce', type: 'tag', id, by: editor, words });
    return done(null);
  });
}
