import { newId } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { makeOnce, type SentRequest, sentBefore } from '../store/sent-requests.ts';
import { developUpload, type KeptFiles, type Upload } from './develop.ts';
import { keepVersion, type Who } from './keep-version.ts';
import { type PictureDetails, searchWords, tidyFileName } from './picture.ts';

export type NewPicture = {
  upload: Upload;
  details: PictureDetails;
  id?: string | undefined;
  request?: SentRequest | null;
};

/**
 * Takes an upload into the library: makes its sizes, keeps them, and only then writes what names them. Answers the
 * picture's id. With an id of the caller's choice, or as a request with a key, what is sent twice makes one picture.
 * Refusals: those of `developUpload`, and `key-reused`.
 */
export async function addPicture(
  site: Site,
  who: Who,
  { upload, details, id = newId(site.clock, site.random), request = null }: NewPicture,
): Promise<Outcome<{ id: string }>> {
  const before = request && (await sentBefore(site.store.read, request, noun));
  if (before) return before;
  const kept = await developUpload(site, upload);
  if (!kept.ok) return kept;
  const file = { bytes: upload.bytes, name: tidyFileName(upload.name) };
  const row = { who, id, details, kept: kept.value, file };
  return site.store.write((tx) => makeOnce(tx, { request, noun, id }, () => add(site, tx, row))).catch(again);
}

const noun = 'picture';

type Row = {
  who: Who;
  id: string;
  details: PictureDetails;
  kept: KeptFiles;
  file: { bytes: number; name: string };
};

async function add(
  site: Site,
  tx: Db,
  { who, id, details, kept, file }: Row,
): Promise<Outcome<{ id: string }>> {
  const added = await tx
    .insertInto('pictures')
    .values({
      ...{ id, version: 1, alt: details.alt, decorative: details.decorative ? 1 : 0 },
      ...{ caption: details.caption, credit: details.credit, words: searchWords(details, file.name) },
      ...{ created_at: site.clock.now().toISOString(), created_by: who.staffId },
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  if (added.length === 0) return done({ id });
  const version = { id, number: 1, who, kept, bytes: file.bytes, fileName: file.name };
  if (!(await keepVersion(site, tx, version))) throw new FilesGone();
  return done({ id });
}

/** The files that the same bytes were made into before were taken away just now. */
class FilesGone extends Error {}

function again(error: unknown) {
  if (error instanceof FilesGone)
    return refuse('busy', 'A picture with the same file was deleted at this moment: send it once more.');
  throw error;
}
