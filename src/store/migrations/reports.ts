import { both, type Migration } from './statements.ts';

/** What readers report of published responses: all reports on one response are one item until it is settled. */
export const reports: Migration = {
  name: 'reports by readers',
  statements: both(
    `CREATE TABLE report_items (
      id TEXT PRIMARY KEY, comment_id TEXT NOT NULL REFERENCES comments (id),
      article_id TEXT NOT NULL REFERENCES articles (id), first_at TEXT NOT NULL, last_at TEXT NOT NULL,
      count INTEGER NOT NULL, head_start INTEGER NOT NULL, queue_at TEXT NOT NULL, withheld_at TEXT,
      keep_at TEXT, keep_by TEXT, closed_at TEXT, outcome TEXT, reason_label TEXT, by_role TEXT,
      by_staff TEXT REFERENCES staff (id)) STRICT`,
    `CREATE UNIQUE INDEX report_items_open ON report_items (comment_id) WHERE closed_at IS NULL`,
    // With the article in it, so that what waits is counted by article without a row of the table.
    `CREATE INDEX report_items_waiting ON report_items (queue_at, id, article_id) WHERE closed_at IS NULL`,
    `CREATE INDEX report_items_of_comment ON report_items (comment_id, id)`,
    `CREATE TABLE reports (
      id TEXT PRIMARY KEY, item_id TEXT NOT NULL REFERENCES report_items (id),
      comment_id TEXT NOT NULL REFERENCES comments (id), at TEXT NOT NULL, reason TEXT NOT NULL,
      text TEXT NOT NULL, email TEXT, address_hash TEXT) STRICT`,
    `CREATE INDEX reports_of_item ON reports (item_id, id)`,
    `CREATE INDEX reports_by_address ON reports (comment_id, address_hash) WHERE address_hash IS NOT NULL`,
    `CREATE INDEX reports_hashed ON reports (at) WHERE address_hash IS NOT NULL`,
    `CREATE INDEX reports_email ON reports (email) WHERE email IS NOT NULL`,
  ),
};
