import { sha256 } from '../lib/ids.ts';
import { keyHolder } from '../pseudonyms/writer-keys.ts';
import type { Db } from '../store/schema.ts';
import { foldAddress } from './address.ts';

/**
 * Whether whoever reads an address has shown that they are the writer of a response: they said yes to letters about one
 * of this writer's, or keep the writer's names by the address. That the address was confirmed for anything else proves
 * only that somebody reads it, who may never have heard of the response: anybody can type it under their own words.
 */
export async function isWritersAddress(
  db: Db,
  { email, commentId }: { email: string; commentId: string },
): Promise<boolean> {
  const folded = foldAddress(email);
  const key = await keyHolder(db, { kind: 'email', hash: sha256(folded) });
  if (key !== null && key.writerId === (await writerOf(db, commentId))) return true;
  const address = await db
    .selectFrom('letter_addresses')
    .select('id')
    .where('email', '=', folded)
    .where('confirmed_at', 'is not', null)
    .where('stopped_at', 'is', null)
    .executeTakeFirst();
  return address !== undefined && (await isAgreed(db, { addressId: address.id, commentId }));
}

/**
 * Whether it was said yes, for an address, to letters about a response of the same writer: who knows somebody's address
 * does not have them written to by that.
 */
export async function isAgreed(
  db: Db,
  { addressId, commentId }: { addressId: string; commentId: string },
): Promise<boolean> {
  const writerId = await writerOf(db, commentId);
  const row = await db
    .selectFrom('letter_subscriptions')
    .innerJoin('comments', 'comments.id', 'letter_subscriptions.comment_id')
    .leftJoin('pseudonyms', 'pseudonyms.id', 'comments.pseudonym_id')
    .select('letter_subscriptions.id')
    .where('address_id', '=', addressId)
    .where('agreed_at', 'is not', null)
    .where((eb) => eb.or([eb('comments.id', '=', commentId), eb('writer_id', '=', writerId ?? '')]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Null for a response without a name, which nobody is known by. */
async function writerOf(db: Db, commentId: string): Promise<string | null> {
  const row = await db
    .selectFrom('comments')
    .innerJoin('pseudonyms', 'pseudonyms.id', 'comments.pseudonym_id')
    .select('writer_id')
    .where('comments.id', '=', commentId)
    .executeTakeFirst();
  return row?.writer_id ?? null;
}
