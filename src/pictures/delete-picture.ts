import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import { settingsIn } from '../publication/queries.ts';
import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import type { Who } from './keep-version.ts';
import { type PicturePlace, placeName, placesOf } from './places.ts';
import { type PictureUse, usesOf } from './queries.ts';
import { type Files, removeLater } from './remove-files.ts';
import { lockPicture } from './replace-picture.ts';

/**
 * Takes a picture out of the library; those of its files that no other picture has are served no longer, and a job
 * takes them away. Refusals: `no-picture`,
 * `in-use` (an article, a page, a tag’s introduction or a setting shows it, or did in a wording that is kept).
 */
export async function deletePicture(site: Site, who: Who, id: string): Promise<Outcome<{ id: string }>> {
  return site.store.write((tx) => deleteRows(site, tx, { id, who }));
}

async function deleteRows(
  site: Site,
  tx: Db,
  { id, who }: { id: string; who: Who },
): Promise<Outcome<{ id: string }>> {
  if (!(await lockPicture(tx, id)))
    return refuse('no-picture', 'There is no such picture: it may have been deleted already.');
  if ((await settingsIn(tx))['look.logo'] === id)
    return refuse(
      'in-use',
      'It cannot be deleted: it is the publication’s logo. Choose another there first.',
    );
  const places = await placesOf(tx, id);
  const place = places.find(({ now }) => now) ?? places[0];
  if (place) return shownThere(place);
  const uses = await usesOf(tx, id);
  if (uses.length > 0) return shownIn(uses);
  for (const files of await deleteVersions(tx, id)) await removeLater(site, tx, files);
  await appendEntry(site, tx, {
    action: 'picture.delete',
    by: who.actor,
    subject: { type: 'picture', id },
    visibility: 'private',
  });
  return done({ id });
}

/** Says which articles, those that show it now first; what only kept versions show can never be taken out of them. */
function shownIn(uses: PictureUse[]): Refusal {
  const now = uses.filter((use) => use.now);
  const told = now.length > 0 ? now : uses;
  const names = told.slice(0, 3).map(({ title }) => `“${title}”`);
  if (told.length > 3) names.push(`${(told.length - 3).toLocaleString('en-GB')} more`);
  const list = names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  const verb = names.length === 1 ? 'shows' : 'show';
  if (now.length > 0)
    return refuse(
      'in-use',
      `It cannot be deleted: ${list} ${verb} it. Take it out there first, or put another file in its place.`,
    );
  const kept = names.length === 1 ? 'an earlier version of' : 'earlier versions of';
  return refuse('in-use', `It cannot be deleted: readers can still open ${kept} ${list} that ${verb} it.`);
}

function shownThere(place: PicturePlace): Refusal {
  const shown = `It cannot be deleted: ${placeName(place)} shows it`;
  return refuse(
    'in-use',
    place.now ? `${shown}. Take it out there first.` : `${shown}, and readers can still open that.`,
  );
}

/** Locks the files before it asks who else has them: whoever adds one more user of them locks them too. */
async function deleteVersions(tx: Db, id: string): Promise<Files[]> {
  const versions = await tx
    .selectFrom('picture_versions')
    .select('hash')
    .where('picture_id', '=', id)
    .execute();
  const hashes = [...new Set(versions.map(({ hash }) => hash))].sort();
  await tx
    .updateTable('picture_files')
    .set((eb) => ({ bytes: eb.ref('bytes') }))
    .where('hash', 'in', hashes)
    .execute();
  await tx.deleteFrom('picture_versions').where('picture_id', '=', id).execute();
  await tx.deleteFrom('pictures').where('id', '=', id).execute();
  const others = await tx.selectFrom('picture_versions').select('hash').where('hash', 'in', hashes).execute();
  const lonely = hashes.filter((hash) => !others.some((other) => other.hash === hash));
  if (lonely.length === 0) return [];
  const gone = await tx
    .deleteFrom('picture_files')
    .where('hash', 'in', lonely)
    .returning(['hash', 'name'])
    .execute();
  return lonely.map((hash) => ({
    hash,
    names: gone.filter((file) => file.hash === hash).map(({ name }) => name),
  }));
}
