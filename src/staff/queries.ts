import type { Selectable } from 'kysely';
import type { Site } from '../site.ts';
import type { Db, Schema, Time } from '../store/schema.ts';
import type { Credential } from './credential.ts';
import { timeOf, withLibrary } from './library-tables.ts';
import { guardOwnName } from './own-names.ts';
import type { Passkey } from './passkey.ts';
import type { Role } from './permissions.ts';
import { asStaff, foldEmail, type Staff, type StaffAccount } from './staff.ts';

/** An open session as its owner sees it: when it was begun, when last used (to the hour), and by what it was begun. */
export type OwnSession = { id: string; begun: Time; used: Time; credential: Credential | null };

const columns = ['id', 'name', 'email', 'role', 'disabledAt'] as const;
type Row = Pick<Selectable<Schema['staff']>, (typeof columns)[number]>;

/** Everybody who is or was on the staff, in the order in which they were added. */
export function listStaff(site: Site): Promise<StaffAccount[]> {
  return listAccounts(site.store.read);
}

/** The same, as a transaction sees them. */
export async function listAccounts(db: Db): Promise<StaffAccount[]> {
  const rows = await db.selectFrom('staff').select(columns).orderBy('id').execute();
  return rows.map(asAccount);
}

/** Whoever has this e-mail address, disabled or not; letter case does not matter. */
export async function staffByEmail(db: Db, email: string): Promise<StaffAccount | null> {
  const query = db.selectFrom('staff').select(columns).where('email', '=', foldEmail(email));
  return asAccountOrNull(await query.executeTakeFirst());
}

/** Whoever has this id, disabled or not. */
export async function staffById(db: Db, id: string): Promise<StaffAccount | null> {
  const query = db.selectFrom('staff').select(columns).where('id', '=', id);
  return asAccountOrNull(await query.executeTakeFirst());
}

/** The member of staff with this id, unless disabled. */
export async function activeStaffById(db: Db, id: string): Promise<Staff | null> {
  const query = db.selectFrom('staff').select(columns).where('id', '=', id).where('disabledAt', 'is', null);
  const row = await query.executeTakeFirst();
  return row ? asStaff(row) : null;
}

/** Whether anybody was ever added. */
export async function hasStaff(site: Site): Promise<boolean> {
  const row = await site.store.read.selectFrom('staff').select('id').limit(1).executeTakeFirst();
  return row !== undefined;
}

/**
 * The first active owner while no active owner has a credential of their own (a passkey, a password): whoever
 * starts the program needs a sign-in link. Null when there is no owner, or when one can sign in without.
 */
export async function ownerWithoutCredential(site: Site): Promise<Staff | null> {
  const owners = withLibrary(site.store.read)
    .selectFrom('staff')
    .where('role', '=', 'owner')
    .where('disabledAt', 'is', null);
  const withOne = await owners
    .where((eb) =>
      eb.or([
        eb('id', 'in', eb.selectFrom('staff_passkeys').select('userId')),
        eb('id', 'in', eb.selectFrom('staff_accounts').select('userId')),
      ]),
    )
    .select('id')
    .limit(1)
    .executeTakeFirst();
  if (withOne) return null;
  const first = await owners.select(columns).orderBy('id').limit(1).executeTakeFirst();
  return first ? asStaff(first) : null;
}

/** Adds a member of staff; false when the e-mail address is taken. */
export async function insertStaff(tx: Db, { at, ...staff }: Staff & { at: Time }): Promise<boolean> {
  const added = await tx
    .insertInto('staff')
    // Who adds somebody vouches for the address; the library would else end all sessions at the first sign-in.
    .values({ ...staff, emailVerified: 1, image: null, disabledAt: null, createdAt: at, updatedAt: at })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (added) await guardOwnName(tx, staff.name);
  return added !== undefined;
}

/** Ids of the active owners, locked to the end of the transaction, so that two cannot disable one another. */
export async function lockActiveOwners(tx: Db): Promise<string[]> {
  const rows = await tx
    .updateTable('staff')
    .set((eb) => ({ role: eb.ref('role') })) // changes nothing: it is the lock that both engines know
    .where('role', '=', 'owner')
    .where('disabledAt', 'is', null)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Closes an account, ends its sessions and forgets by what its owner signed in. */
export async function closeAccount(tx: Db, id: string, at: Time): Promise<void> {
  await tx.updateTable('staff').set({ disabledAt: at, updatedAt: at }).where('id', '=', id).execute();
  await tx
    .updateTable('api_tokens')
    .set({ revoked_at: at })
    .where('staff_id', '=', id)
    .where('revoked_at', 'is', null)
    .execute();
  const tables = ['staff_sessions', 'staff_passkeys', 'staff_accounts'] as const;
  for (const table of tables) await withLibrary(tx).deleteFrom(table).where('userId', '=', id).execute();
  for (const table of ['staff_authenticators', 'staff_recovery_codes'] as const)
    await tx.deleteFrom(table).where('staff_id', '=', id).execute();
}

/** Opens a closed account again, under the name and in the role that its owner is invited to. */
export async function reopenAccount(tx: Db, { id, name, role, at }: Staff & { at: Time }): Promise<void> {
  const opened = { name, role, disabledAt: null, updatedAt: at };
  await tx.updateTable('staff').set(opened).where('id', '=', id).execute();
}

/** Gives somebody a role. */
export async function setRole(tx: Db, { id, role, at }: { id: string; role: Role; at: Time }): Promise<void> {
  await tx.updateTable('staff').set({ role, updatedAt: at }).where('id', '=', id).execute();
}

/** Ends somebody's sessions, or one of them; answers how many there were. */
export async function endSessions(
  tx: Db,
  { staffId, id = null, but = null }: { staffId: string; id?: string | null; but?: string | null },
): Promise<number> {
  let sessions = withLibrary(tx).deleteFrom('staff_sessions').where('userId', '=', staffId);
  if (id !== null) sessions = sessions.where('id', '=', id);
  if (but !== null) sessions = sessions.where('id', '!=', but);
  return Number((await sessions.executeTakeFirst()).numDeletedRows);
}

/** Somebody's sessions that are open, the one used last first. */
export async function sessionsOf(
  db: Db,
  { staffId, now }: { staffId: string; now: Date },
): Promise<OwnSession[]> {
  const rows = await withLibrary(db)
    .selectFrom('staff_sessions')
    .select(['id', 'createdAt', 'updatedAt', 'expiresAt', 'credential'])
    .where('userId', '=', staffId)
    .orderBy('updatedAt', 'desc')
    .execute();
  return rows
    .filter(({ expiresAt }) => timeOf(expiresAt) > now.toISOString())
    .map(({ id, createdAt, updatedAt, credential }) => ({
      ...{ id, credential },
      ...{ begun: timeOf(createdAt), used: timeOf(updatedAt) },
    }));
}

/** Deletes what the sign-in library keeps of sessions, links and questions that are over. */
export async function deleteExpired(tx: Db, now: Time): Promise<void> {
  for (const table of ['staff_sessions', 'staff_verifications'] as const)
    await withLibrary(tx).deleteFrom(table).where('expiresAt', '<=', now).execute();
}

/** Makes every sign-in link and every passkey's question that is out lead nowhere: nobody knows who holds them. */
export async function endLinks(tx: Db): Promise<void> {
  await withLibrary(tx).deleteFrom('staff_verifications').execute();
}

/** Gives somebody another name. */
export async function setName(
  tx: Db,
  { id, name, at }: { id: string; name: string; at: Time },
): Promise<void> {
  await tx.updateTable('staff').set({ name, updatedAt: at }).where('id', '=', id).execute();
  await guardOwnName(tx, name);
}

/** Somebody's passkeys, the oldest first. */
export async function passkeysOf(db: Db, staffId: string): Promise<Passkey[]> {
  const rows = await withLibrary(db)
    .selectFrom('staff_passkeys')
    .select(['id', 'name', 'createdAt', 'backedUp'])
    .where('userId', '=', staffId)
    .orderBy('createdAt')
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, createdAt, backedUp }) => ({
    id,
    name: name ?? '',
    added: timeOf(createdAt),
    synced: Boolean(backedUp),
  }));
}

type OwnPasskey = { id: string; staffId: string };

/** Gives a passkey another name; false when it is not there. */
export async function renamePasskeyRow(tx: Db, passkey: OwnPasskey & { name: string }): Promise<boolean> {
  const { numUpdatedRows } = await withLibrary(tx)
    .updateTable('staff_passkeys')
    .set({ name: passkey.name })
    .where('id', '=', passkey.id)
    .where('userId', '=', passkey.staffId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes a passkey away; false when it is not there. */
export async function deletePasskey(tx: Db, { id, staffId }: OwnPasskey): Promise<boolean> {
  const { numDeletedRows } = await withLibrary(tx)
    .deleteFrom('staff_passkeys')
    .where('id', '=', id)
    .where('userId', '=', staffId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

function asAccount(row: Row): StaffAccount {
  return { ...asStaff(row), disabledAt: row.disabledAt };
}

function asAccountOrNull(row: Row | undefined): StaffAccount | null {
  return row ? asAccount(row) : null;
}
