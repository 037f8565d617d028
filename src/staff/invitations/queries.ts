import type { Selectable } from 'kysely';
import type { Db, Schema, Time } from '../../store/schema.ts';
import { asStaff } from '../staff.ts';
import type { Invitation, LetterStanding, Standing } from './invitation.ts';

type Row = Selectable<Schema['staff_invitations']>;

/** Invitations that were neither used nor withdrawn, expired ones too, with their letters; the newest first. */
export async function openInvitations(db: Db): Promise<(Invitation & { letter: LetterStanding })[]> {
  const rows = await open(db)
    .leftJoin('jobs', 'jobs.id', 'letter_job')
    .selectAll('staff_invitations')
    .select(['jobs.id as job', 'done_at', 'failed_at', 'error'])
    .orderBy('staff_invitations.id', 'desc')
    .execute();
  return rows.map((row) => ({ ...asInvitation(row), letter: letterOf(row) }));
}

type LetterJob = { letter_job: string | null; job: string | null } & Pick<
  { [Column in keyof Selectable<Schema['jobs']>]: Selectable<Schema['jobs']>[Column] | null },
  'done_at' | 'failed_at' | 'error'
>;

/** Jobs that are done are forgotten in time, those that failed never are. */
function letterOf({ letter_job, job, done_at, failed_at, error }: LetterJob): LetterStanding {
  if (letter_job === null) return { state: 'none', why: null };
  if (failed_at !== null) return { state: 'failed', why: error };
  return job === null || done_at !== null ? { state: 'sent', why: null } : { state: 'waiting', why: error };
}

/** The open invitation with this id, or to this address. */
export async function openInvitation(
  db: Db,
  { by, value }: { by: 'id' | 'email'; value: string },
): Promise<Invitation | null> {
  const row = await open(db).selectAll().where(by, '=', value).executeTakeFirst();
  return row ? asInvitation(row) : null;
}

const open = (db: Db) =>
  db.selectFrom('staff_invitations').where('used_at', 'is', null).where('withdrawn_at', 'is', null);

/** The invitation that a link leads to, by the hash of its token, and where it stands. */
export async function invitationByLink(
  db: Db,
  tokenHash: string,
): Promise<{ invitation: Invitation; standing: Standing } | null> {
  const row = await db
    .selectFrom('staff_invitations')
    .innerJoin('staff_invitation_links', 'staff_invitation_links.invitation_id', 'staff_invitations.id')
    .selectAll('staff_invitations')
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  if (!row) return null;
  const standing = { usedAt: row.used_at, withdrawnAt: row.withdrawn_at, expiresAt: row.expires_at };
  return { invitation: asInvitation(row), standing };
}

export type NewInvitation = Invitation & { at: Time; by: string | null; letterJob: string | null };

/** Adds an invitation. */
export async function insertInvitation(
  tx: Db,
  { at, by, expiresAt, letterJob, ...who }: NewInvitation,
): Promise<void> {
  const rest = { used_at: null, staff_id: null, withdrawn_at: null };
  await tx
    .insertInto('staff_invitations')
    .values({ ...who, made_at: at, made_by: by, expires_at: expiresAt, letter_job: letterJob, ...rest })
    .execute();
}

/** Keeps the hash of another link to an invitation. */
export async function insertLink(tx: Db, link: { tokenHash: string; invitationId: string }): Promise<void> {
  await tx
    .insertInto('staff_invitation_links')
    .values({ token_hash: link.tokenHash, invitation_id: link.invitationId })
    .execute();
}

/** Lets an invitation stand longer, and every link to it that was handed over lead nowhere. */
export async function renewRow(
  tx: Db,
  { id, expiresAt, letterJob }: { id: string; expiresAt: Time; letterJob: string | null },
): Promise<void> {
  await tx.deleteFrom('staff_invitation_links').where('invitation_id', '=', id).execute();
  const set = { expires_at: expiresAt, letter_job: letterJob };
  await tx.updateTable('staff_invitations').set(set).where('id', '=', id).execute();
}

/** Uses an invitation up; false when somebody did so or withdrew it before. */
export async function useUp(tx: Db, used: { id: string; at: Time }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('staff_invitations')
    .set({ used_at: used.at })
    .where('id', '=', used.id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .where('expires_at', '>', used.at)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Notes whom an invitation brought in. */
export async function noteJoined(tx: Db, { id, staffId }: { id: string; staffId: string }): Promise<void> {
  await tx.updateTable('staff_invitations').set({ staff_id: staffId }).where('id', '=', id).execute();
}

/** Withdraws an open invitation; false when there is none. */
export async function withdrawRow(tx: Db, { id, at }: { id: string; at: Time }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('staff_invitations')
    .set({ withdrawn_at: at })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Withdraws what somebody invited to and nobody has accepted. */
export async function withdrawInvitationsBy(tx: Db, by: { staffId: string; at: Time }): Promise<void> {
  await tx
    .updateTable('staff_invitations')
    .set({ withdrawn_at: by.at })
    .where('made_by', '=', by.staffId)
    .where('used_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}

function asInvitation(row: Row): Invitation {
  return { ...asStaff(row), expiresAt: row.expires_at };
}
