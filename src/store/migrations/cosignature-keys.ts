import { both, type Migration } from './statements.ts';

/** Cosignatures by who gave them, then by their size, as they are looked up. */
export const cosignatureKeys: Migration = {
  name: 'cosignature-keys',
  statements: both(
    `CREATE TABLE record_cosignatures_by_key (
      key TEXT NOT NULL, size INTEGER NOT NULL, root TEXT NOT NULL, line TEXT NOT NULL, at TEXT NOT NULL,
      PRIMARY KEY (key, size)) STRICT`,
    `INSERT INTO record_cosignatures_by_key (key, size, root, line, at)
      SELECT key, size, root, line, at FROM record_cosignatures`,
    `DROP TABLE record_cosignatures`,
    `ALTER TABLE record_cosignatures_by_key RENAME TO record_cosignatures`,
  ),
};
