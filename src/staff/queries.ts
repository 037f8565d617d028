import type { Selectable } from 'kysely';
import type { Site } from '../site.ts';
import type { Db, Schema, Time } from '../store/schema.ts';
import { asStaff, foldEmail, type Staff, type StaffAccount } from './staff.ts';

/** What is asked here of the tables that the sign-in library fills. */
type LibraryTables = { staff_sessions: { userId: string }; staff_accounts: { userId: string } };

const columns = ['id', 'name', 'email', 'role', 'disabledAt'] as const;
type Row = Pick<Selectable<Schema['staff']>, (typeof columns)[number]>;

/** Everybody who is or was on the staff, in the order in which they were added. */
export async function listStaff(site: Site): Promise<StaffAccount[]> {
  const rows = await site.store.read.selectFrom('staff').select(columns).orderBy('id').execute();
  return rows.map(asAccount);
}

/** Whoever has this e-mail address, disabled or not; letter case does not matter. */
export async function staffByEmail(db: Db, email: string): Promise<StaffAccount | null> {
  const query = db.selectFrom('staff').select(columns).where('email', '=', foldEmail(email));
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
  const owners = site.store.read
    .withTables<LibraryTables>()
    .selectFrom('staff')
    .where('role', '=', 'owner')
    .where('disabledAt', 'is', null);
  const withOne = await owners
    .innerJoin('staff_accounts', 'staff_accounts.userId', 'staff.id')
    .select('staff.id')
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

/** Closes an account and ends its sessions. */
export async function closeAccount(tx: Db, id: string, at: Time): Promise<void> {
  await tx.updateTable('staff').set({ disabledAt: at, updatedAt: at }).where('id', '=', id).execute();
  await tx.withTables<LibraryTables>().deleteFrom('staff_sessions').where('userId', '=', id).execute();
}

function asAccount(row: Row): StaffAccount {
  return { ...asStaff(row), disabledAt: row.disabledAt };
}

function asAccountOrNull(row: Row | undefined): StaffAccount | null {
  return row ? asAccount(row) : null;
}
