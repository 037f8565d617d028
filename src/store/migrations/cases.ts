import { both, type Migration } from './statements.ts';

/** Legal notices as cases: what was said, what was done about it, and what was written. */
export const cases: Migration = {
  name: 'cases',
  statements: both(
    `CREATE TABLE case_counters (year INTEGER PRIMARY KEY, last INTEGER NOT NULL) STRICT`,
    // A case outlives the response that it is about, and may be about none.
    `CREATE TABLE cases (
      id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, kind TEXT NOT NULL,
      article_id TEXT REFERENCES articles (id), comment_id TEXT REFERENCES comments (id),
      fields TEXT NOT NULL, email TEXT, confirmed_at TEXT, received_at TEXT NOT NULL,
      due_at TEXT, closed_at TEXT, outcome TEXT) STRICT`,
    `CREATE INDEX cases_open ON cases (closed_at, due_at, id)`,
    `CREATE INDEX cases_comment ON cases (comment_id)`,
    `CREATE TABLE case_steps (
      case_id TEXT NOT NULL REFERENCES cases (id), number INTEGER NOT NULL, kind TEXT NOT NULL, at TEXT NOT NULL,
      by_role TEXT NOT NULL, by_staff TEXT, facts TEXT, PRIMARY KEY (case_id, number)) STRICT`,
    `CREATE TABLE case_letters (
      id TEXT PRIMARY KEY, case_id TEXT NOT NULL REFERENCES cases (id), recipient TEXT NOT NULL,
      kind TEXT NOT NULL, subject TEXT NOT NULL, text TEXT NOT NULL, at TEXT NOT NULL) STRICT`,
    `CREATE INDEX case_letters_case ON case_letters (case_id, id)`,
  ),
};
