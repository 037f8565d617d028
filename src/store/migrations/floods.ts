import { both, type Migration } from './statements.ts';

/** Proofs of work that were used, until they are too old to be used again; and responses of readers by their time. */
export const floods: Migration = {
  name: 'floods',
  statements: both(
    'CREATE TABLE spent_proofs (id TEXT PRIMARY KEY, until TEXT NOT NULL) STRICT',
    'CREATE INDEX spent_proofs_until ON spent_proofs (until)',
    `CREATE INDEX comments_sent ON comments (posted_at) WHERE origin = 'reader'`,
  ),
};
