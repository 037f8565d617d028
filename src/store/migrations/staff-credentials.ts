import { both, type Migration } from './statements.ts';

/** How members of staff come in, beside one-time links: what they sign in by, and who was asked to join. */
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

    // A password counts only together with a code: of a confirmed authenticator, or one of the recovery codes.
    // last_step is the newest time step whose code was taken, so that none is taken twice (RFC 6238, 5.2).
    `CREATE TABLE staff_authenticators (
      id TEXT PRIMARY KEY, staff_id TEXT NOT NULL REFERENCES staff (id), secret TEXT NOT NULL,
      made_at TEXT NOT NULL, confirmed_at TEXT, last_step INTEGER NOT NULL DEFAULT 0) STRICT`,
    `CREATE INDEX staff_authenticators_staff ON staff_authenticators (staff_id)`,
    `CREATE TABLE staff_recovery_codes (
      code_hash TEXT PRIMARY KEY, staff_id TEXT NOT NULL REFERENCES staff (id), made_at TEXT NOT NULL,
      used_at TEXT) STRICT`,
    `CREATE INDEX staff_recovery_codes_staff ON staff_recovery_codes (staff_id)`,
    // How often something was tried in a span of time; keys are keyed hashes of addresses and accounts.
    `CREATE TABLE staff_tries (key TEXT PRIMARY KEY, tries INTEGER NOT NULL, until TEXT NOT NULL) STRICT`,

    // Open until it was used or withdrawn; whoever is invited is on the staff only once they have accepted.
    `CREATE TABLE staff_invitations (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL, role TEXT NOT NULL,
      made_at TEXT NOT NULL, made_by TEXT REFERENCES staff (id), expires_at TEXT NOT NULL,
      used_at TEXT, staff_id TEXT REFERENCES staff (id), withdrawn_at TEXT) STRICT`,
    `CREATE UNIQUE INDEX staff_invitations_open ON staff_invitations (email)
      WHERE used_at IS NULL AND withdrawn_at IS NULL`,
    // The links that were handed over, as hashes.
    `CREATE TABLE staff_invitation_links (
      token_hash TEXT PRIMARY KEY, invitation_id TEXT NOT NULL REFERENCES staff_invitations (id)) STRICT`,
    `CREATE INDEX staff_invitation_links_of ON staff_invitation_links (invitation_id)`,
  ),
};
