import { both, type Migration } from './statements.ts';

/** By what members of staff sign in, beside one-time links. */
export const staffCredentials: Migration = {
  name: 'staff credentials',
  statements: both(
    // Names and types are the sign-in library's.
    `CREATE TABLE staff_passkeys (
      id TEXT PRIMARY KEY, name TEXT, "publicKey" TEXT NOT NULL, "userId" TEXT NOT NULL REFERENCES staff (id),
      "credentialID" TEXT NOT NULL UNIQUE, counter INTEGER NOT NULL, "deviceType" TEXT NOT NULL,
      "backedUp" BOOL NOT NULL, transports TEXT, "createdAt" INSTANT, aaguid TEXT) STRICT`,
    `CREATE INDEX staff_passkeys_user ON staff_passkeys ("userId")`,
    // By what the session was begun: null for those begun before this was kept.
    `ALTER TABLE staff_sessions ADD COLUMN credential TEXT`,
  ),
};
