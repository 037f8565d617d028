import { type Refusal, refuse } from '../lib/refusal.ts';
import { isRole, may } from '../staff/permissions.ts';
import type { Db } from '../store/schema.ts';
import type { Moderator } from './decide.ts';
import { ownResponseRefusal } from './own-response.ts';

/**
 * Why somebody may not bring a response back: they wrote it, or a complaint led to what was decided on it last, and
 * complaints are for others. Null where they may.
 */
export async function restoreRefusal(
  tx: Db,
  { id, moderator }: { id: string; moderator: Moderator },
): Promise<Refusal | null> {
  const own = await ownResponseRefusal(tx, { id, moderator });
  if (own) return own;
  const { role } = moderator.actor;
  if (!isRole(role) || may(role, 'case.manage')) return null;
  return (await wasForCase(tx, id)) ? forCase : null;
}

const forCase = refuse(
  'for-case',
  'This was decided in a complaint: an owner or an editor has to decide whether it comes back.',
);

async function wasForCase(tx: Db, id: string): Promise<boolean> {
  const last = await lastDecision(tx, id);
  return last !== undefined && last.case_id !== null;
}

/** Whether a response that is withheld is so by readers’ reports alone: in no complaint. */
export async function isWithheldByReports(db: Db, id: string): Promise<boolean> {
  const last = await lastDecision(db, id);
  return last?.kind === 'withhold' && last.case_id === null;
}

/** That a name was taken off since changes nothing of it. */
async function lastDecision(db: Db, id: string) {
  return db
    .selectFrom('comment_decisions')
    .select(['kind', 'case_id'])
    .where('comment_id', '=', id)
    .where('kind', '<>', 'unname')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}
