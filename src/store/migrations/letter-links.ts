import { both, type Migration } from './statements.ts';

/** Links that sign in, asked for at the desk and sent by mail; which letter an invitation went out by. */
export const letterLinks: Migration = {
  name: 'sign-in links by letter',
  statements: both(
    // Of the secret only its hash is kept.
    `CREATE TABLE staff_letter_links (
      token_hash TEXT PRIMARY KEY, letter_id TEXT NOT NULL, staff_id TEXT NOT NULL REFERENCES staff (id),
      expires_at TEXT NOT NULL, used_at TEXT) STRICT`,
    `CREATE INDEX staff_letter_links_letter ON staff_letter_links (letter_id)`,
    `ALTER TABLE staff_invitations ADD COLUMN letter_job TEXT`,
  ),
};
