import { newSecret, sha256 } from '../lib/ids.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

/** What a secret is for that works once: a link in a letter, or the question that a passkey answers. */
export type Purpose =
  | 'confirm-email'
  | 'bring-names'
  | 'claim-archive'
  | 'own-data'
  | 'add-passkey'
  | 'use-passkey';

/** For whom it was made, and what it is about: an e-mail address. */
export type OneTime = { purpose: Purpose; writerId: string | null; content: string | null };

/** Makes a secret that works once, so many minutes long. Only its hash is kept. */
export async function makeOneTime(
  site: Site,
  tx: Db,
  { purpose, writerId, content, minutes }: OneTime & { minutes: number },
): Promise<string> {
  const secret = newSecret(site.random);
  const expires_at = new Date(site.clock.now().getTime() + minutes * 60_000).toISOString();
  await tx
    .insertInto('writer_tokens')
    .values({ token_hash: sha256(secret), purpose, writer_id: writerId, content, expires_at })
    .execute();
  return secret;
}

/** What a secret is for, while it can be used; null for any other. It stays usable. */
export async function lookAtOneTime(site: Site, db: Db, secret: string): Promise<OneTime | null> {
  const row = await db
    .selectFrom('writer_tokens')
    .select(['purpose', 'writer_id', 'content'])
    .where('token_hash', '=', sha256(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', site.clock.now().toISOString())
    .executeTakeFirst();
  return row ? { purpose: row.purpose as Purpose, writerId: row.writer_id, content: row.content } : null;
}

/** Uses a secret up: of many who send it at once, one gets what it is for. Null for the others. */
export async function useOneTime(site: Site, tx: Db, secret: string): Promise<OneTime | null> {
  const now = site.clock.now().toISOString();
  const row = await tx
    .updateTable('writer_tokens')
    .set({ used_at: now })
    .where('token_hash', '=', sha256(secret))
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .returning(['purpose', 'writer_id', 'content'])
    .executeTakeFirst();
  return row ? { purpose: row.purpose as Purpose, writerId: row.writer_id, content: row.content } : null;
}

/** Forgets what worked once and is over. */
export async function forgetOneTimes(site: Site): Promise<void> {
  const now = site.clock.now().toISOString();
  await site.store.write((tx) => tx.deleteFrom('writer_tokens').where('expires_at', '<=', now).execute());
}
