import { both, type Migration } from './statements.ts';

/** Reviews that a writer or a reporter asked for: one for each decision, decided by somebody else. */
export const reviews: Migration = {
  name: 'reviews of decisions',
  statements: both(
    `CREATE TABLE reviews (
      id TEXT PRIMARY KEY, subject TEXT NOT NULL, subject_id TEXT NOT NULL,
      comment_id TEXT NOT NULL REFERENCES comments (id), asked_by TEXT NOT NULL, words TEXT NOT NULL,
      asked_at TEXT NOT NULL, decided_at TEXT, outcome TEXT, sentence TEXT, by_role TEXT,
      by_staff TEXT REFERENCES staff (id), UNIQUE (subject, subject_id)) STRICT`,
    `CREATE INDEX reviews_waiting ON reviews (id) WHERE decided_at IS NULL`,
    `CREATE INDEX reviews_decided ON reviews (decided_at, id) WHERE decided_at IS NOT NULL`,
    `CREATE INDEX reviews_of_comment ON reviews (comment_id, id)`,
  ),
};
