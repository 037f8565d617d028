import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import { settingsIn } from '../publication/queries.ts';
import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { betweenPictures } from './develop.ts';
import type { Who } from './keep-version.ts';
import { type PicturePlace, placeName, placesOf } from './places.ts';
import { usesOf } from './queries.ts';
import { lockPicture } from './replace-picture.ts';
import { storageOf } from './storage.ts';

/**
 * Takes a picture out of the library, with those of its files that no other picture has. Refusals: `no-picture`,
 * `in-use` (an article, a page, a tag’s introduction or a setting shows it, or did in a wording that is kept).
 */
export async function deletePicture(site: Site, who: Who, id: string): Promise<Outcome<{ id: string }>> {
  return betweenPictures(async () => {
    const deleted = await site.store.write((tx) => deleteRows(site, tx, { id, who }));
    if (!deleted.ok) return deleted;
    for (const name of deleted.value) await storageOf(site).remove(name);
    return done({ id });
  });
}

async function deleteRows(
  site: Site,
  tx: Db,
  { id, who }: { id: string; who: Who },
): Promise<Outcome<string[]>> {
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
  if (uses.length > 0) {
    const titles = uses.slice(0, 3).map(({ title }) => `“${title}”`);
    const more = uses.length > 3 ? ` and ${uses.length - 3} more` : '';
    return refuse(
      'in-use',
      `It cannot be deleted: ${titles.join(', ')}${more} shows it, or did in a version that is kept. Replace its file instead, or take it out of the draft.`,
    );
  }
  const names = await deleteVersions(tx, id);
  await appendEntry(site, tx, {
    action: 'picture.delete',
    by: who.actor,
    subject: { type: 'picture', id },
    visibility: 'private',
  });
  return done(names);
}

function shownThere(place: PicturePlace): Refusal {
  const shown = `It cannot be deleted: ${placeName(place)} shows it`;
  return refuse(
    'in-use',
    place.now ? `${shown}. Take it out there first.` : `${shown}, and readers can still open that.`,
  );
}

/** Locks the files before it asks who else has them: whoever adds one more user of them locks them too. */
async function deleteVersions(tx: Db, id: string): Promise<string[]> {
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
  return gone.map(({ hash, name }) => `${hash}-${name}`);
}
