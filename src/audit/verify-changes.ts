import { type Action, canonical, commit } from '../record/entry.ts';
import { type Audit, report } from './audit.ts';
import { nameOf, publicEntries } from './public-entries.ts';

const actions = ['tag.rename', 'tag.merge', 'tag.introduce', 'tag.delete'] as const satisfies Action[];

type Kept = { number: number; action: string; words: string; salt: string };

/**
 * Walks the changes of what articles are arranged by and their entries side by side: each entry commits to the next
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
  await verifyTags(audit, kept);
}

async function changesBySubject({ db }: Audit): Promise<Map<string, Kept[]>> {
  const rows = await db
    .selectFrom('kept_changes')
    .select(['subject_id', 'number', 'action', 'words', 'salt'])
    .orderBy('subject_id')
    .orderBy('number')
    .execute();
  const kept = new Map<string, Kept[]>();
  for (const row of rows) {
    const before = kept.get(row.subject_id);
    if (before) before.push(row);
    else kept.set(row.subject_id, [row]);
  }
  return kept;
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
