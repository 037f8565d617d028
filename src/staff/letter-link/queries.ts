import type { Db, Time } from '../../store/schema.ts';

export type LetterLink = { tokenHash: string; letterId: string; staffId: string; expiresAt: Time };

/** Keeps a letter's link; those that the same letter had when it could not be sent go. True for its first. */
export async function putLetterLink(tx: Db, link: LetterLink): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('staff_letter_links')
    .where('letter_id', '=', link.letterId)
    .executeTakeFirst();
  const row = { token_hash: link.tokenHash, letter_id: link.letterId, staff_id: link.staffId };
  await tx
    .insertInto('staff_letter_links')
    .values({ ...row, expires_at: link.expiresAt, used_at: null })
    .execute();
  return numDeletedRows === 0n;
}

/** Whom an open link signs in, by its token's hash; null where it is used or over. */
export async function openLetterLink(db: Db, { tokenHash, now }: { tokenHash: string; now: Time }) {
  const row = await db
    .selectFrom('staff_letter_links')
    .select('staff_id')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.staff_id ?? null;
}

/** Uses a link up; false when somebody did so before. */
export async function useLetterLinkUp(tx: Db, { tokenHash, at }: { tokenHash: string; at: Time }) {
  const { numUpdatedRows } = await tx
    .updateTable('staff_letter_links')
    .set({ used_at: at })
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', at)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes a link away. */
export async function dropLetterLink(tx: Db, tokenHash: string): Promise<void> {
  await tx.deleteFrom('staff_letter_links').where('token_hash', '=', tokenHash).execute();
}

/** Forgets links that are over. */
export async function dropOldLetterLinks(tx: Db, now: Time): Promise<void> {
  await tx.deleteFrom('staff_letter_links').where('expires_at', '<=', now).execute();
}
