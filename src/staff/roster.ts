import type { Db, Time } from '../store/schema.ts';
import { timeOf, withLibrary } from './library-tables.ts';
import { listAccounts } from './queries.ts';
import type { StaffAccount } from './staff.ts';

/** Somebody on the staff as owners see them. `lastHere` is of the sessions that are open, to the hour. */
export type Member = StaffAccount & { ways: ('passkey' | 'password')[]; lastHere: Time | null };

/** Everybody who is or was on the staff, in the order in which they were added. */
export async function readRoster(db: Db, now: Date): Promise<Member[]> {
  const library = withLibrary(db);
  const [accounts, keys, passwords, sessions] = await Promise.all([
    listAccounts(db),
    library.selectFrom('staff_passkeys').select('userId').distinct().execute(),
    library.selectFrom('staff_accounts').select('userId').where('password', 'is not', null).execute(),
    library.selectFrom('staff_sessions').select(['userId', 'updatedAt', 'expiresAt']).execute(),
  ]);
  const has = (rows: { userId: string }[], id: string) => rows.some(({ userId }) => userId === id);
  return accounts.map((account) => ({
    ...account,
    ways: [
      ...(has(keys, account.id) ? (['passkey'] as const) : []),
      ...(has(passwords, account.id) ? (['password'] as const) : []),
    ],
    lastHere:
      sessions
        .filter(({ userId, expiresAt }) => userId === account.id && timeOf(expiresAt) > now.toISOString())
        .map(({ updatedAt }) => timeOf(updatedAt))
        .sort()
        .at(-1) ?? null,
  }));
}
