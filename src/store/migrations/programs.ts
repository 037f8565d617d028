import { both, type Migration } from './statements.ts';

/** What programs may do: their tokens, what they sent already, and where they are told what happened. */
export const programs: Migration = {
  name: 'programs',
  statements: both(
    // The secret is kept as a hash alone. Days, not times: nobody's hours are watched.
    `CREATE TABLE api_tokens (
      id TEXT PRIMARY KEY, staff_id TEXT NOT NULL REFERENCES staff (id), name TEXT NOT NULL, scopes TEXT NOT NULL,
      secret_hash TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, expires_at TEXT, last_used_on TEXT,
      revoked_at TEXT, revoked_by TEXT) STRICT`,
    `CREATE INDEX api_tokens_staff ON api_tokens (staff_id, id)`,

    // Every kind of request that may be sent again, where there was only a table for comments.
    `CREATE TABLE sent_requests (
      key_hash TEXT PRIMARY KEY, request_hash TEXT NOT NULL, made_id TEXT NOT NULL, at TEXT NOT NULL) STRICT`,
    `INSERT INTO sent_requests SELECT key_hash, request_hash, comment_id, at FROM idempotency_keys`,
    `DROP TABLE idempotency_keys`,
    `CREATE INDEX sent_requests_at ON sent_requests (at)`,
  ),
};
