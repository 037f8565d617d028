import { newId } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { developUpload, type Upload } from './develop.ts';
import { keepVersion, type Who } from './keep-version.ts';
import { type PictureDetails, searchWords, tidyFileName } from './picture.ts';

export type NewPicture = { upload: Upload; details: PictureDetails; id?: string | undefined };

/**
 * Takes an upload into the library: makes its sizes, keeps them, and only then writes what names them. Answers the
 * picture's id. With an id of the caller's choice, a form sent twice makes one picture. Refusals: those of
 * `developUpload`.
 */
export async function addPicture(
  site: Site,
  who: Who,
  { upload, details, id = newId(site.clock, site.random) }: NewPicture,
): Promise<Outcome<{ id: string }>> {
  const kept = await developUpload(site, upload);
  if (!kept.ok) return kept;
  const fileName = tidyFileName(upload.name);
  return site.store
    .write(async (tx) => {
      const added = await tx
        .insertInto('pictures')
        .values({
          ...{ id, version: 1, alt: details.alt, decorative: details.decorative ? 1 : 0 },
          ...{ caption: details.caption, credit: details.credit, words: searchWords(details, fileName) },
          ...{ created_at: site.clock.now().toISOString(), created_by: who.staffId },
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .execute();
      if (added.length === 0) return done({ id });
      const version = { id, number: 1, who, kept: kept.value, bytes: upload.bytes, fileName };
      if (!(await keepVersion(site, tx, version))) throw new FilesGone();
      return done({ id });
    })
    .catch(again);
}

/** The files that the same bytes were made into before were taken away just now. */
class FilesGone extends Error {}

function again(error: unknown) {
  if (error instanceof FilesGone)
    return refuse('busy', 'The same picture was deleted just now: send it once more.');
  throw error;
}
