import { type Refusal, refuse } from '../lib/refusal.ts';
import { may } from '../staff/permissions.ts';
import { listAccounts } from '../staff/queries.ts';
import type { Db } from '../store/schema.ts';

type Deciding = { id: string; moderator: { staffId: string | null } };

/**
 * Why somebody may not decide on a response: they wrote it, and somebody else of the staff may decide. Whoever is alone
 * in that may. Null for the response of another.
 */
export async function ownResponseRefusal(tx: Db, { id, moderator }: Deciding): Promise<Refusal | null> {
  const { staffId } = moderator;
  if (staffId === null || !(await ownResponses(tx, [id], staffId)).has(id)) return null;
  return (await isAlone(tx, staffId)) ? null : ownResponse;
}

const ownResponse = refuse(
  'own-response',
  'You wrote this response yourself: somebody else of the staff has to decide on it.',
);

/** Which of these one of the staff wrote in their own name. */
export async function ownResponses(db: Db, ids: string[], staffId: string): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('comments')
    .select('id')
    .where('id', 'in', ids)
    .where('by_staff', '=', staffId)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Whether nobody else of the staff may decide on responses. */
export async function isAlone(db: Db, staffId: string): Promise<boolean> {
  const accounts = await listAccounts(db);
  return !accounts.some(
    ({ id, role, disabledAt }) => id !== staffId && disabledAt === null && may(role, 'comment.decide'),
  );
}
