import { both, type Migration } from './statements.ts';

/**
 * Roots over 256, 65,536 … entries of the record, `hash` in base64: what is served of the tree above its leaves. Kept so
 * that nobody hashes all leaves for one answer; whatever is missing is hashed again.
 */
export const recordSubtrees: Migration = {
  name: 'record-subtrees',
  statements: both(
    `CREATE TABLE record_subtrees (
      level INTEGER NOT NULL, number INTEGER NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (level, number)) STRICT`,
  ),
};
