import { both, type Migration } from './statements.ts';

/** How responses read before their writers changed them, and when readers saw the last change. */
export const commentVersions: Migration = {
  name: 'comment versions',
  statements: both(
    // The columns are those that an entry of the record commits to, with the salt of that commitment.
    `CREATE TABLE comment_versions (
      comment_id TEXT NOT NULL REFERENCES comments (id), number INTEGER NOT NULL,
      name TEXT NOT NULL, url TEXT, source TEXT NOT NULL, in_reply_to INTEGER, salt TEXT NOT NULL,
      replaced_at TEXT NOT NULL, shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
      PRIMARY KEY (comment_id, number)) STRICT`,
    `ALTER TABLE comments ADD COLUMN edited_at TEXT`,
  ),
};
