import { newSecret } from '../lib/ids.ts';
import type { Actor } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import type { KeptFiles } from './develop.ts';

/** Who presses, for the record and for the picture's versions. */
export type Who = { actor: Actor; staffId: string | null };

export type NewVersion = {
  id: string;
  number: number;
  who: Who;
  kept: KeptFiles;
  bytes: number;
  fileName: string;
};

/**
 * Adds a version of a picture. Answers false where its files were taken away since they were found: they must be made
 * again.
 */
export async function keepVersion(site: Site, tx: Db, version: NewVersion): Promise<boolean> {
  const { kept } = version;
  if (!(await keepFiles(tx, kept))) return false;
  await tx
    .insertInto('picture_versions')
    .values({
      ...{ picture_id: version.id, number: version.number, hash: kept.hash, format: kept.format },
      ...{ width: kept.width, height: kept.height, bytes: version.bytes, animated: kept.animated ? 1 : 0 },
      ...{ stilled: kept.stilled, source_hash: kept.sourceHash, file_name: version.fileName },
      ...{ salt: newSecret(site.random), at: site.clock.now().toISOString(), by_staff: version.who.staffId },
    })
    .execute();
  return true;
}

/** Writes the rows of files that were made, or locks those that are there, so that nobody takes them away. */
async function keepFiles(tx: Db, { hash, files, fresh }: KeptFiles): Promise<boolean> {
  if (fresh)
    await tx
      .insertInto('picture_files')
      .values(files.map((file) => ({ hash, ...file })))
      .onConflict((conflict) => conflict.columns(['hash', 'name']).doNothing())
      .execute();
  const locked = await tx
    .updateTable('picture_files')
    .set((eb) => ({ bytes: eb.ref('bytes') }))
    .where('hash', '=', hash)
    .returning('name')
    .execute();
  return locked.length === files.length;
}
