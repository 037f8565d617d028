import { foldForSearch } from '../lib/fold-text.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { isPublished } from '../store/visibility.ts';
import { developUpload, type Upload } from './develop.ts';
import { enterPicture, shownVersions } from './enter-pictures.ts';
import { keepVersion, type Who } from './keep-version.ts';
import { tidyFileName } from './picture.ts';
import { placesOf } from './places.ts';

/**
 * Puts another file in a picture's place, under the same id: every article that shows it shows the new one, and each
 * published one gets an entry that says so; all other pages that show it get one together. Earlier files are kept.
 * Refusals: `no-picture`, `same-file`, and those of `developUpload`.
 */
export async function replacePicture(
  site: Site,
  who: Who,
  { id, upload }: { id: string; upload: Upload },
): Promise<Outcome<{ id: string; version: number }>> {
  const kept = await developUpload(site, upload);
  if (!kept.ok) return kept;
  const fileName = tidyFileName(upload.name);
  return site.store.write(async (tx) => {
    const before = await lockPicture(tx, id);
    if (!before) return refuse('no-picture', 'There is no such picture: it may have been deleted.');
    const [shown] = await shownVersions(tx, [id]);
    if (shown?.hash === kept.value.hash)
      return refuse('same-file', 'This is the very picture that is shown already: choose another.', 'file');
    const number = (await newestOf(tx, id)) + 1;
    if (!(await keepVersion(site, tx, { id, number, who, kept: kept.value, bytes: upload.bytes, fileName })))
      return refuse(
        'busy',
        'A picture with the same file was deleted at this moment: send it once more.',
        'file',
      );
    await tx
      .updateTable('pictures')
      .set({ version: number, words: `${before.words} ${foldForSearch(fileName)}` })
      .where('id', '=', id)
      .execute();
    await enterReplacement(site, tx, { id, who });
    return done({ id, version: number });
  });
}

/** Reads a picture and locks its row: two who change it do so one after the other. */
export async function lockPicture(tx: Db, id: string) {
  return tx
    .updateTable('pictures')
    .set((eb) => ({ version: eb.ref('version') }))
    .where('id', '=', id)
    .returning(['id', 'words'])
    .executeTakeFirst();
}

async function newestOf(tx: Db, id: string): Promise<number> {
  const row = await tx
    .selectFrom('picture_versions')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('picture_id', '=', id)
    .executeTakeFirst();
  return Number(row?.number ?? 0);
}

async function enterReplacement(site: Site, tx: Db, { id, who }: { id: string; who: Who }): Promise<void> {
  const [version] = await shownVersions(tx, [id]);
  const articles = await tx
    .selectFrom('picture_uses')
    .innerJoin('articles', 'articles.id', 'picture_uses.article_id')
    .select('articles.id')
    .where('picture_uses.picture_id', '=', id)
    .where(isPublished)
    .orderBy('articles.id')
    .execute();
  if (!version) throw new Error(`The picture ${id} has no version that is shown.`);
  const elsewhere = (await placesOf(tx, id)).some(({ now }) => now);
  for (const articleId of [...articles.map((article) => article.id), ...(elsewhere ? [null] : [])])
    await enterPicture(site, tx, { action: 'picture.replace', by: who.actor, articleId, version });
}
