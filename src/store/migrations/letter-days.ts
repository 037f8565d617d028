import { both, type Migration } from './statements.ts';

/** How many letters went to one address in a day, whatever they are about; and whose turn it is to send what waits. */
export const letterDays: Migration = {
  name: 'letters to one address in a day',
  statements: both(
    // to_hash is a keyed hash of the address. sent is JSON: the id, the time and the kind of each letter.
    `CREATE TABLE letter_days (to_hash TEXT PRIMARY KEY, sent TEXT NOT NULL, at TEXT NOT NULL) STRICT`,
    `CREATE INDEX letter_days_at ON letter_days (at)`,
    // When somebody began to send the letter that tells it.
    `ALTER TABLE letter_news ADD COLUMN claimed_at TEXT`,
    `CREATE INDEX letter_addresses_stopped ON letter_addresses (stopped_at) WHERE stopped_at IS NOT NULL`,
  ),
};
