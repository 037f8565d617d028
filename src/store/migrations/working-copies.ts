import { both, type Migration } from './statements.ts';

/**
 * What is written and not saved yet, by the form that it stands in; what was saved before, for merging; and who has
 * an article open.
 */
export const workingCopies: Migration = {
  name: 'working-copies',
  statements: both(
    `CREATE TABLE working_copies (
      id TEXT PRIMARY KEY, article_id TEXT NOT NULL, staff_id TEXT NOT NULL, fields TEXT NOT NULL,
      based_on TEXT NOT NULL, at TEXT NOT NULL, closed_at TEXT) STRICT`,
    `CREATE INDEX working_copies_of ON working_copies (staff_id, article_id)`,
    `CREATE TABLE draft_versions (
      article_id TEXT NOT NULL, version TEXT NOT NULL, fields TEXT NOT NULL, staff_id TEXT,
      PRIMARY KEY (article_id, version)) STRICT`,
    `CREATE TABLE article_presence (
      form_id TEXT PRIMARY KEY, article_id TEXT NOT NULL, staff_id TEXT NOT NULL, since TEXT NOT NULL,
      seen_at TEXT NOT NULL) STRICT`,
    `CREATE INDEX article_presence_of ON article_presence (article_id, seen_at)`,
  ),
};
