import { both, type Migration } from './statements.ts';

/**
 * What failed is put back with a time, so that nothing waits behind it: texts whose links are to be looked for, and
 * entries that one of those who follow the record could not follow.
 */
export const putBack: Migration = {
  name: 'put-back',
  statements: both(
    `ALTER TABLE citation_texts_due ADD COLUMN due_at TEXT NOT NULL DEFAULT ''`,
    `ALTER TABLE citation_texts_due ADD COLUMN failures INTEGER NOT NULL DEFAULT 0`,
    `CREATE INDEX citation_texts_due_at ON citation_texts_due (due_at, text_id)`,
    `CREATE TABLE entries_put_back (
      follower TEXT NOT NULL, seq INTEGER NOT NULL, due_at TEXT NOT NULL, failures INTEGER NOT NULL,
      PRIMARY KEY (follower, seq)) STRICT`,
  ),
};
