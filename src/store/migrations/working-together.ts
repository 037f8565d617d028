import { both, type Migration } from './statements.ts';

/** Who has a held response open, and where two moderators decided on the same one. */
export const workingTogether: Migration = {
  name: 'moderators working together',
  statements: both(
    `CREATE TABLE comment_leases (
      comment_id TEXT PRIMARY KEY REFERENCES comments (id), staff_id TEXT NOT NULL REFERENCES staff (id),
      until TEXT NOT NULL) STRICT`,
    `CREATE INDEX comment_leases_until ON comment_leases (until)`,
    `CREATE TABLE late_decisions (
      id TEXT PRIMARY KEY, comment_id TEXT NOT NULL REFERENCES comments (id), at TEXT NOT NULL,
      wanted TEXT NOT NULL, by_staff TEXT NOT NULL REFERENCES staff (id),
      first TEXT NOT NULL, first_staff TEXT NOT NULL REFERENCES staff (id)) STRICT`,
    `CREATE INDEX late_decisions_by ON late_decisions (by_staff, at)`,
    `CREATE INDEX late_decisions_first ON late_decisions (first_staff, at)`,
    // The query of the queue's address, as somebody wants it narrowed.
    `CREATE TABLE queue_views (staff_id TEXT PRIMARY KEY REFERENCES staff (id), query TEXT NOT NULL) STRICT`,
  ),
};
