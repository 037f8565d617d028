import type { Db } from '../../store/schema.ts';

/** What staff noted of responses. */
export type StaffNote = { response: string; at: string; by: string; text: string };

/** The notes of some responses, the oldest first. */
export async function staffNotesOn(db: Db, responseIds: string[]): Promise<StaffNote[]> {
  if (responseIds.length === 0) return [];
  return db
    .selectFrom('comment_notes')
    .select(['comment_id as response', 'at', 'by_role as by', 'text'])
    .where('comment_id', 'in', responseIds)
    .orderBy('id')
    .execute();
}

/** Notes go with the words or the name that they are about. Inside the transaction that erases. */
export async function dropNotes(tx: Db, commentId: string): Promise<void> {
  await tx.deleteFrom('comment_notes').where('comment_id', '=', commentId).execute();
}
