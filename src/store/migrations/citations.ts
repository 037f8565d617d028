import { both, type Migration } from './statements.ts';

/**
 * Links to elsewhere that published texts cite: what is known of each page, who cites it, what was kept of it, and how
 * each look went. Addresses are told apart by their hash, since PostgreSQL keeps no index over texts of any length.
 */
export const citations: Migration = {
  name: 'citations',
  statements: both(
    `CREATE TABLE citations (
      id TEXT PRIMARY KEY, url TEXT NOT NULL, url_hash TEXT NOT NULL UNIQUE, host TEXT NOT NULL,
      cited_at TEXT NOT NULL, state TEXT NOT NULL, state_since TEXT NOT NULL, changed TEXT,
      sentence TEXT, due_at TEXT, checked_at TEXT, fine_streak INTEGER NOT NULL, fail_streak INTEGER NOT NULL,
      fail_since TEXT, memento TEXT, memento_at TEXT, memento_due TEXT, saved_at TEXT) STRICT`,
    `CREATE INDEX citations_due ON citations (due_at, host)`,
    `CREATE INDEX citations_state ON citations (state, state_since)`,
    `CREATE INDEX citations_host ON citations (host)`,
    `CREATE TABLE citation_uses (
      text_id TEXT NOT NULL, position INTEGER NOT NULL, citation_id TEXT NOT NULL, article_id TEXT NOT NULL,
      comment_id TEXT, passages TEXT NOT NULL, excerpt TEXT, gone_since TEXT,
      PRIMARY KEY (text_id, position)) STRICT`,
    `CREATE INDEX citation_uses_of ON citation_uses (citation_id)`,
    `CREATE INDEX citation_uses_in ON citation_uses (article_id)`,
    `CREATE TABLE snapshots (
      id TEXT PRIMARY KEY, citation_id TEXT NOT NULL, number INTEGER NOT NULL, at TEXT NOT NULL, url TEXT NOT NULL,
      status INTEGER NOT NULL, media_type TEXT NOT NULL, title TEXT, site TEXT, author TEXT, dated TEXT,
      language TEXT, excerpt TEXT, words TEXT NOT NULL, hash TEXT NOT NULL, bytes INTEGER NOT NULL,
      cut INTEGER NOT NULL, file TEXT, file_bytes INTEGER NOT NULL, UNIQUE (citation_id, number)) STRICT`,
    `CREATE UNIQUE INDEX snapshots_file ON snapshots (file)`,
    `CREATE TABLE citation_checks (
      id TEXT PRIMARY KEY, citation_id TEXT NOT NULL, at TEXT NOT NULL, outcome TEXT NOT NULL, status INTEGER,
      sentence TEXT NOT NULL) STRICT`,
    `CREATE INDEX citation_checks_of ON citation_checks (citation_id, at)`,
    `CREATE TABLE link_hosts (
      host TEXT PRIMARY KEY, next_at TEXT NOT NULL, barred_at TEXT, barred_by TEXT, reason TEXT) STRICT`,
    `CREATE TABLE citation_texts_due (text_id TEXT PRIMARY KEY, article_id TEXT NOT NULL, comment_id TEXT) STRICT`,
    `CREATE TABLE citation_cursor (id INTEGER PRIMARY KEY, seq INTEGER NOT NULL) STRICT`,
    `INSERT INTO citation_cursor (id, seq) VALUES (1, 0)`,
  ),
};
