import { newId } from '../lib/ids.ts';
import { looksVersion } from '../names/look-alike.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

/** Makes a pseudonym that holds nothing yet. Answers its id. */
export async function newPseudonym(
  site: Site,
  tx: Db,
  { writerId, name }: { writerId: string; name: string },
): Promise<string> {
  const id = newId(site.clock, site.random);
  const created_at = site.clock.now().toISOString();
  await tx
    .insertInto('pseudonyms')
    .values({ id, writer_id: writerId, name, looks_version: looksVersion, created_at })
    .execute();
  return id;
}
