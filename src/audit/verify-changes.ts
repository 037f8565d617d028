import { entryWords } from '../publication/menu/change-menu.ts';
import { menuEntries } from '../publication/menu/queries.ts';
import { deskStaticPages } from '../publication/static-pages/queries.ts';
import { type Action, canonical, commit } from '../record/entry.ts';
import { type Audit, report } from './audit.ts';
import { changesBySubject, type Kept } from './kept-changes.ts';
import { nameOf, publicEntries } from './public-entries.ts';
import { verifyDetails } from './verify-details.ts';
import { verifySeries } from './verify-series.ts';

const actions = [
  'article.language',
  'article.bylines',
  'tag.rename',
  'tag.merge',
  'tag.introduce',
  'tag.delete',
  'page.publish',
  'page.change',
  'page.withdraw',
  'page.restore',
  'series.make',
  'series.change',
  'menu.change',
] as const satisfies Action[];

/**
 * Walks the changes of what has no versions of its own and their entries side by side: each entry commits to the next
 * kept change of its subject, none is left over, and what readers see is what the last one made of it.
 */
export async function verifyChanges(audit: Audit): Promise<void> {
  const kept = await changesBySubject(audit);
  const next = new Map<string, number>();
  for await (const page of publicEntries(audit.db, { actions }))
    for (const entry of page) {
      const { subject, action, words } = entry.body;
      const at = next.get(subject.id) ?? 0;
      next.set(subject.id, at + 1);
      const change = kept.get(subject.id)?.[at];
      if (!change || change.action !== action || commit(change.salt, change.words) !== words)
        report(audit, `The change that ${nameOf(entry)} (${action}) commits to is not kept.`, entry.seq);
    }
  for (const [id, changes] of kept)
    if (changes.length > (next.get(id) ?? 0))
      report(audit, `A change of ${id} (${changes.at(-1)?.action}) is in no entry of the record.`);
  await verifyDetails(audit, kept);
  await verifySeries(audit, kept);
  await verifyTags(audit, kept);
  await verifyPages(audit, kept);
  await verifyMenu(audit, kept.get('menu') ?? []);
}

/** Tags have the name and the introduction that they were last given. */
async function verifyTags(audit: Audit, kept: Map<string, Kept[]>): Promise<void> {
  const tags = await audit.db
    .selectFrom('tags')
    .leftJoin('tag_introductions', 'tag_introductions.tag_id', 'tags.id')
    .select(['id', 'name', 'slug', 'source'])
    .execute();
  for (const { id, name, slug, source } of tags) {
    const changes = kept.get(id) ?? [];
    const renamed = changes.findLast(({ action }) => action === 'tag.rename');
    const to = `"to":${canonical({ name, slug })}}`;
    if (renamed && !renamed.words.endsWith(to))
      report(audit, `The tag at /tag/${slug}/ does not have the name that it was last given.`);
    const introduced = changes.findLast(({ action }) => action === 'tag.introduce');
    if ((introduced?.words ?? canonical({ introduction: '' })) !== canonical({ introduction: source ?? '' }))
      report(audit, `The introduction at /tag/${slug}/ does not read as it was last saved.`);
  }
}

/** Pages read as they were last saved, and are withdrawn or not as was last pressed. */
async function verifyPages(audit: Audit, kept: Map<string, Kept[]>): Promise<void> {
  for (const { id, slug, title, source, withdrawal } of await deskStaticPages(audit.db)) {
    const changes = kept.get(id) ?? [];
    const saved = changes.findLast(({ action }) => action === 'page.publish' || action === 'page.change');
    const words = canonical(saved?.action === 'page.publish' ? { slug, title, source } : { title, source });
    if (saved?.words !== words) report(audit, `The page at /${slug}/ does not read as it was last saved.`);
    const last = changes.findLast(({ action }) => action === 'page.withdraw' || action === 'page.restore');
    const withdrawn = last?.action === 'page.withdraw' ? last.words : null;
    if (withdrawn !== (withdrawal && canonical({ note: withdrawal.note })))
      report(audit, `The page at /${slug}/ is not withdrawn or shown as the record says.`);
  }
}

async function verifyMenu(audit: Audit, changes: Kept[]): Promise<void> {
  const words = canonical({ entries: entryWords(await menuEntries(audit.db)) });
  if (words !== (changes.at(-1)?.words ?? canonical({ entries: [] })))
    report(audit, 'The menu is not the one that was last saved.');
}
