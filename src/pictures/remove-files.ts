import { enqueue } from '../jobs/enqueue.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { readPictureFile } from './queries.ts';
import { storageOf } from './storage.ts';

/** The kind of job that takes files away which no picture has. */
export const removalKind = 'picture.remove-files';

/** The files of a picture, as they lie in the storage: `HASH-NAME` each. */
export type Files = { hash: string; names: string[] };

/** An upload writes its rows long before. */
const graceMilliseconds = 600_000;

/** Asks that files which no picture has in ten minutes be taken away, inside the caller's transaction. */
export async function removeLater(site: Site, tx: Db, { hash, names }: Files): Promise<void> {
  const dueAt = new Date(site.clock.now().getTime() + graceMilliseconds).toISOString();
  await enqueue(site, tx, { kind: removalKind, payload: { hash, names }, dueAt });
}

/**
 * Takes away those of a picture's files that no picture has by now. Where somebody began to keep the same ones within
 * the grace time, theirs is the job that looks again.
 */
export async function removeFiles(site: Site, { hash, names }: Files): Promise<void> {
  if (await isBeingKept(site, hash)) return;
  const storage = storageOf(site);
  for (const name of names)
    if ((await readPictureFile(site.store.read, hash, name)) === null)
      await storage.remove(`${hash}-${name}`);
}

async function isBeingKept({ store, clock }: Site, hash: string): Promise<boolean> {
  const later = await store.read
    .selectFrom('jobs')
    .select('id')
    .where('kind', '=', removalKind)
    .where('done_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('due_at', '>', clock.now().toISOString())
    .where('payload', 'like', `{"hash":"${hash}",%`)
    .limit(1)
    .executeTakeFirst();
  return later !== undefined;
}
