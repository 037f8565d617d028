import { both, type Migration } from './statements.ts';

/** What staff note of a response and its writer, for one another alone. Rows are added; they go with what they are about. */
export const commentNotes: Migration = {
  name: 'notes of staff',
  statements: both(
    `CREATE TABLE comment_notes (
      id TEXT PRIMARY KEY, comment_id TEXT NOT NULL REFERENCES comments (id), pseudonym_id TEXT,
      at TEXT NOT NULL, by_role TEXT NOT NULL, by_staff TEXT, text TEXT NOT NULL) STRICT`,
    `CREATE INDEX comment_notes_comment ON comment_notes (comment_id, id)`,
    `CREATE INDEX comment_notes_pseudonym ON comment_notes (pseudonym_id, id) WHERE pseudonym_id IS NOT NULL`,
  ),
};
