import type { Db } from '../../store/schema.ts';

/** A letter as it is kept. */
export type CaseLetter = {
  id: string;
  recipient: 'complainant' | 'poster';
  subject: string;
  text: string;
  at: string;
};

/** Letters of a case to one of both, the newest first. */
export async function lettersOf(
  db: Db,
  caseId: string,
  recipient: CaseLetter['recipient'],
): Promise<CaseLetter[]> {
  return db
    .selectFrom('case_letters')
    .select(['id', 'recipient', 'subject', 'text', 'at'])
    .where('case_id', '=', caseId)
    .where('recipient', '=', recipient)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
}

/** The address that a response’s writer left with it, or null. */
export async function posterEmail(db: Db, commentId: string): Promise<string | null> {
  const row = await db.selectFrom('comments').select('email').where('id', '=', commentId).executeTakeFirst();
  return row?.email ?? null;
}

/** Every letter of a case, the newest first. */
export async function allLettersOf(db: Db, caseId: string): Promise<CaseLetter[]> {
  return db
    .selectFrom('case_letters')
    .select(['id', 'recipient', 'subject', 'text', 'at'])
    .where('case_id', '=', caseId)
    .orderBy('id', 'desc')
    .limit(100)
    .execute();
}

/** A letter by its id, or null. */
export async function letterOf(db: Db, id: string): Promise<CaseLetter | null> {
  const row = await db
    .selectFrom('case_letters')
    .select(['id', 'recipient', 'subject', 'text', 'at'])
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

/** What a response’s writer was written about complaints, the newest first. */
export async function lettersToPoster(db: Db, commentId: string): Promise<CaseLetter[]> {
  return db
    .selectFrom('case_letters')
    .innerJoin('cases', 'cases.id', 'case_letters.case_id')
    .select(['case_letters.id', 'recipient', 'subject', 'text', 'at'])
    .where('comment_id', '=', commentId)
    .where('recipient', '=', 'poster')
    .orderBy('case_letters.id', 'desc')
    .limit(50)
    .execute();
}
