import { both, type Migration } from './statements.ts';

/** What writers answered to notices. Who they are is encrypted, with a key that is not in the database. */
export const caseReplies: Migration = {
  name: 'case replies',
  statements: both(
    `CREATE TABLE case_replies (
      id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), at TEXT NOT NULL, kind TEXT NOT NULL,
      disclose INTEGER CHECK (disclose IN (0, 1)), identity TEXT, words TEXT NOT NULL) STRICT`,
    `CREATE INDEX case_replies_case ON case_replies (case_id, id)`,
  ),
};
