import { newId, newSecret, sha256 } from '../lib/ids.ts';
import { done, type Outcome } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { claimName } from './claim-name.ts';
import { browserKey } from './queries.ts';

/** Who signs: the secret in their browser, and what they call themselves under which article. */
export type Signature = { secret: string; name: string; articleId: string };

/**
 * Whose it is. `trusted`: staff have released something of its writer before. `secret` is a new one for the browser
 * to keep, where the one that it has opens nothing any more; else null.
 */
export type Signed = { pseudonymId: string; trusted: boolean; secret: string | null };

/**
 * Whose a signature is, in the transaction of what is signed: the pseudonym of this writer, made with their first
 * words. A stolen secret is the key: whoever has it signs by it, until it is ended. Refusals: as of `claimName`.
 */
export async function signAs(site: Site, tx: Db, signature: Signature): Promise<Outcome<Signed>> {
  const key = await browserKey(tx, signature.secret);
  const known = key === null || key.endedAt !== null ? null : key;
  const secret = key !== null && known === null ? newSecret(site.random) : null;
  const writerId = known?.writerId ?? (await addWriter(site, tx, secret ?? signature.secret));
  const claimed = await claimName(site, tx, { ...signature, writerId });
  if (claimed.ok) return done({ pseudonymId: claimed.value, trusted: known?.trusted ?? false, secret });
  if (known === null) await dropWriter(tx, writerId);
  return claimed;
}

/** Makes a writer, known by the secret in a browser. Answers their id. */
export async function addWriter(site: Site, tx: Db, secret: string): Promise<string> {
  const id = newId(site.clock, site.random);
  await tx.insertInto('writers').values({ id, created_at: site.clock.now().toISOString() }).execute();
  await giveBrowserKey(site, tx, { writerId: id, secret });
  return id;
}

/** Nobody is remembered who was refused. */
async function dropWriter(tx: Db, id: string): Promise<void> {
  await tx.deleteFrom('writer_keys').where('writer_id', '=', id).execute();
  await tx.deleteFrom('writers').where('id', '=', id).execute();
}

/** Gives a browser a key: whoever has the secret is that writer. */
export async function giveBrowserKey(
  site: Site,
  tx: Db,
  { writerId, secret }: { writerId: string; secret: string },
): Promise<void> {
  const made_at = site.clock.now().toISOString();
  await tx
    .insertInto('writer_keys')
    .values({
      id: newId(site.clock, site.random),
      writer_id: writerId,
      kind: 'browser',
      hash: sha256(secret),
      made_at,
    })
    .execute();
}
