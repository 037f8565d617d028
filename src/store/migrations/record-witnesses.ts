import { both, type Migration } from './statements.ts';

/** Witnesses of the record: how far each has come, and what it cosigned. */
export const recordWitnesses: Migration = {
  name: 'record-witnesses',
  statements: both(
    // Named by its key, as the setting has it. `size` is how many entries it has seen; a trouble stays until it cosigns.
    `CREATE TABLE record_witnesses (
      key TEXT PRIMARY KEY, size INTEGER NOT NULL, asked_at TEXT NOT NULL, due_at TEXT NOT NULL,
      failures INTEGER NOT NULL, failing_since TEXT, trouble TEXT, why TEXT) STRICT`,
    `CREATE TABLE record_cosignatures (
      size INTEGER NOT NULL, key TEXT NOT NULL, root TEXT NOT NULL, line TEXT NOT NULL, at TEXT NOT NULL,
      PRIMARY KEY (size, key)) STRICT`,
  ),
};
