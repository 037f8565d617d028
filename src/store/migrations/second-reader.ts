import { both, type Migration } from './statements.ts';

/** Articles with a legal risk: the mark, who read which version, and an owner's press without a reader. */
export const secondReader: Migration = {
  name: 'second reader',
  statements: both(
    // It stands while off_at is null.
    `CREATE TABLE article_risk_marks (
      id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles (id),
      set_at TEXT NOT NULL, set_by TEXT, reason TEXT NOT NULL, off_at TEXT, off_by TEXT, off_reason TEXT) STRICT`,
    `CREATE UNIQUE INDEX article_risk_marks_open ON article_risk_marks (article_id) WHERE off_at IS NULL`,
    // words_hash says exactly which words were read: any change makes another.
    `CREATE TABLE article_readings (
      article_id TEXT NOT NULL REFERENCES articles (id), staff_id TEXT NOT NULL, words_hash TEXT NOT NULL,
      at TEXT NOT NULL, PRIMARY KEY (article_id, words_hash, staff_id)) STRICT`,
    // words_hash is null for a change that is still to be written; it is used up by the first one.
    `CREATE TABLE article_overrides (
      id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles (id), at TEXT NOT NULL, by_staff TEXT,
      reason TEXT NOT NULL, salt TEXT NOT NULL, words_hash TEXT, used_at TEXT) STRICT`,
    `CREATE INDEX article_overrides_article ON article_overrides (article_id, id)`,
  ),
};
