import { both, type Migration } from './statements.ts';

/** Where programs are told what happened, how far the record has been told, and what became of each telling. */
export const webhooks: Migration = {
  name: 'webhooks',
  statements: both(
    // The secret is made of the install's own key and this number, so that no backup of the database has it.
    `CREATE TABLE webhooks (
      id TEXT PRIMARY KEY, url TEXT NOT NULL, events TEXT NOT NULL, secret_number INTEGER NOT NULL,
      old_secret_until TEXT, made_by TEXT NOT NULL, created_at TEXT NOT NULL,
      stopped_at TEXT, stopped_by TEXT, stopped_why TEXT, failing_since TEXT) STRICT`,
    `CREATE TABLE webhook_deliveries (
      id TEXT PRIMARY KEY, webhook_id TEXT NOT NULL REFERENCES webhooks (id), message_id TEXT NOT NULL,
      event TEXT NOT NULL, payload TEXT NOT NULL, created_at TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('waiting', 'delivered', 'failed')), due_at TEXT NOT NULL,
      claimed_at TEXT, attempts INTEGER NOT NULL DEFAULT 0, last_at TEXT, status INTEGER, outcome TEXT,
      UNIQUE (webhook_id, message_id)) STRICT`,
    `CREATE INDEX webhook_deliveries_due ON webhook_deliveries (due_at) WHERE state = 'waiting'`,
    `CREATE INDEX webhook_deliveries_of ON webhook_deliveries (webhook_id, id)`,
    `CREATE TABLE webhook_cursor (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL) STRICT`,
    // What happened before there were webhooks is told to nobody.
    `INSERT INTO webhook_cursor SELECT 1, COALESCE(MAX(seq), 0) FROM record_entries`,
  ),
};
