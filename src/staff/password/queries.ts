import type { Db, Time } from '../../store/schema.ts';
import { withLibrary } from '../library-tables.ts';

/** An authenticator of somebody's; `secret` is encrypted. */
export type Authenticator = { id: string; secret: string; confirmed: boolean; madeAt: Time };

/** Somebody's authenticators: the confirmed one, and one that is being set up; the newest first. */
export async function authenticatorsOf(db: Db, staffId: string): Promise<Authenticator[]> {
  const rows = await db
    .selectFrom('staff_authenticators')
    .select(['id', 'secret', 'confirmed_at', 'made_at'])
    .where('staff_id', '=', staffId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    secret: row.secret,
    confirmed: row.confirmed_at !== null,
    madeAt: row.made_at,
  }));
}

/** Somebody's password as it is hashed; null where they have none. */
export async function passwordHash(db: Db, staffId: string): Promise<string | null> {
  const row = await withLibrary(db)
    .selectFrom('staff_accounts')
    .select('password')
    .where('userId', '=', staffId)
    .where('providerId', '=', 'credential')
    .executeTakeFirst();
  return row?.password ?? null;
}

export type NewAuthenticator = { id: string; staffId: string; secret: string; at: Time };

/** Begins the set-up of an authenticator, in the place of one begun before. */
export async function beginAuthenticator(
  tx: Db,
  { id, staffId, secret, at }: NewAuthenticator,
): Promise<void> {
  await tx
    .deleteFrom('staff_authenticators')
    .where('staff_id', '=', staffId)
    .where('confirmed_at', 'is', null)
    .execute();
  const row = { id, staff_id: staffId, secret, made_at: at, confirmed_at: null, last_step: 0 };
  await tx.insertInto('staff_authenticators').values(row).execute();
}

/** Takes a code of a time step: false when one of that step or a later one was taken before. */
export async function takeStep(tx: Db, { id, step }: { id: string; step: number }): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('staff_authenticators')
    .set({ last_step: step })
    .where('id', '=', id)
    .where('last_step', '<', step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Makes an authenticator the one that counts. */
export async function confirmAuthenticator(
  tx: Db,
  { id, staffId, at }: { id: string; staffId: string; at: Time },
): Promise<void> {
  await tx.deleteFrom('staff_authenticators').where('staff_id', '=', staffId).where('id', '!=', id).execute();
  await tx.updateTable('staff_authenticators').set({ confirmed_at: at }).where('id', '=', id).execute();
}

/** Keeps a password's hash where the sign-in library keeps it. */
export async function putPassword(
  tx: Db,
  { id, staffId, hash, at }: { id: string; staffId: string; hash: string; at: Time },
): Promise<void> {
  await withLibrary(tx).deleteFrom('staff_accounts').where('userId', '=', staffId).execute();
  const times = { createdAt: at, updatedAt: at };
  const row = { id, accountId: staffId, providerId: 'credential', userId: staffId, password: hash, ...times };
  await withLibrary(tx).insertInto('staff_accounts').values(row).execute();
}

/** Takes somebody's password away with all that goes with it; false when there was none. */
export async function dropPassword(tx: Db, staffId: string): Promise<boolean> {
  for (const table of ['staff_authenticators', 'staff_recovery_codes'] as const)
    await tx.deleteFrom(table).where('staff_id', '=', staffId).execute();
  const { numDeletedRows } = await withLibrary(tx)
    .deleteFrom('staff_accounts')
    .where('userId', '=', staffId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Puts recovery codes, by their hashes, in the place of those there were. */
export async function putRecoveryCodes(
  tx: Db,
  { staffId, hashes, at }: { staffId: string; hashes: string[]; at: Time },
): Promise<void> {
  await tx.deleteFrom('staff_recovery_codes').where('staff_id', '=', staffId).execute();
  const rows = hashes.map((code_hash) => ({ code_hash, staff_id: staffId, made_at: at, used_at: null }));
  await tx.insertInto('staff_recovery_codes').values(rows).execute();
}

/** Uses a recovery code up; false when it is none of this account's, or used. */
export async function useRecoveryCode(
  tx: Db,
  { staffId, hash, at }: { staffId: string; hash: string; at: Time },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('staff_recovery_codes')
    .set({ used_at: at })
    .where('code_hash', '=', hash)
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** How many recovery codes somebody has left. */
export async function recoveryCodesLeft(db: Db, staffId: string): Promise<number> {
  const row = await db
    .selectFrom('staff_recovery_codes')
    .select((eb) => eb.fn.countAll().as('left'))
    .where('staff_id', '=', staffId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return Number(row.left);
}
