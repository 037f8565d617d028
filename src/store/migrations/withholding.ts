import { both, type Migration } from './statements.ts';

/** Responses withheld while a complaint is considered, and their words as they then were, kept for the case. */
export const withholding: Migration = {
  name: 'withholding',
  statements: both(
    // Beside the state `removed`: whatever hides what is removed hides this too.
    `ALTER TABLE comments ADD COLUMN withheld_at TEXT`,
    `CREATE TABLE case_evidence (
      id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), comment_id TEXT NOT NULL,
      name TEXT NOT NULL, url TEXT, source TEXT NOT NULL, html TEXT NOT NULL, in_reply_to INTEGER,
      posted_at TEXT NOT NULL, edited_at TEXT, at TEXT NOT NULL) STRICT`,
    `CREATE INDEX case_evidence_case ON case_evidence (case_id, id)`,
  ),
};
