import { both, type Migration } from './statements.ts';

/** Writers who may not write for a time: the holder of a name, or whoever writes from a network address. */
export const suspensions: Migration = {
  name: 'suspensions of writers',
  statements: both(
    // The keyed hash of an address is kept as long as its suspension runs, and forgotten after.
    `CREATE TABLE suspensions (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, comment_id TEXT NOT NULL REFERENCES comments (id),
      pseudonym_id TEXT, address_hash TEXT, at TEXT NOT NULL, until TEXT, by_role TEXT NOT NULL,
      by_staff TEXT REFERENCES staff (id), reason_code TEXT NOT NULL, reason_label TEXT NOT NULL,
      reason_text TEXT, ended_at TEXT, ended_role TEXT, ended_staff TEXT REFERENCES staff (id)) STRICT`,
    `CREATE INDEX suspensions_pseudonym ON suspensions (pseudonym_id) WHERE pseudonym_id IS NOT NULL`,
    `CREATE INDEX suspensions_address ON suspensions (address_hash) WHERE address_hash IS NOT NULL`,
    `CREATE INDEX suspensions_of_comment ON suspensions (comment_id, id)`,
  ),
};
