import { both, type Migration } from './statements.ts';

/** Articles that were taken back, and addresses at which they stood before. */
export const lastingAddresses: Migration = {
  name: 'lasting addresses',
  statements: both(
    // One row for each time an article was withdrawn; it stands while restored_at is null.
    `CREATE TABLE article_withdrawals (
      id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles (id),
      at TEXT NOT NULL, by_staff TEXT, by_role TEXT NOT NULL, reason_code TEXT NOT NULL, note TEXT NOT NULL,
      restored_at TEXT, restored_by TEXT) STRICT`,
    `CREATE UNIQUE INDEX article_withdrawals_open ON article_withdrawals (article_id) WHERE restored_at IS NULL`,
    // Every change of address, in order: none of these paths is ever given to another article.
    `CREATE TABLE article_moves (
      article_id TEXT NOT NULL REFERENCES articles (id), number INTEGER NOT NULL,
      from_path TEXT NOT NULL, to_path TEXT NOT NULL, at TEXT NOT NULL, by_staff TEXT, salt TEXT NOT NULL,
      PRIMARY KEY (article_id, number)) STRICT`,
    `CREATE INDEX article_moves_from ON article_moves (from_path)`,
  ),
};
