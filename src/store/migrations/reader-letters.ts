import { both, type Migration } from './statements.ts';

/** Readers who want to be told by mail: their addresses, of what, and what waits to be told. */
export const readerLetters: Migration = {
  name: 'letters to readers',
  statements: both(
    // confirmed_at: whoever reads the mail of this address has said yes. asked_at: when that was last asked.
    `CREATE TABLE letter_addresses (
      id TEXT PRIMARY KEY, email TEXT NOT NULL UNIQUE, created_at TEXT NOT NULL, asked_at TEXT NOT NULL,
      confirmed_at TEXT, stopped_at TEXT, stopped_why TEXT) STRICT`,
    // comment_id is the subscriber's own response: answers to it are told, or the whole thread under it.
    `CREATE TABLE letter_subscriptions (
      id TEXT PRIMARY KEY, address_id TEXT NOT NULL REFERENCES letter_addresses (id),
      article_id TEXT NOT NULL REFERENCES articles (id), comment_id TEXT NOT NULL REFERENCES comments (id),
      kind TEXT NOT NULL CHECK (kind IN ('answers', 'thread')), pace TEXT NOT NULL CHECK (pace IN ('each', 'daily')),
      created_at TEXT NOT NULL, UNIQUE (address_id, comment_id)) STRICT`,
    `CREATE INDEX letter_subscriptions_article ON letter_subscriptions (article_id)`,
    `CREATE TABLE letter_news (
      address_id TEXT NOT NULL REFERENCES letter_addresses (id),
      comment_id TEXT NOT NULL REFERENCES comments (id), pace TEXT NOT NULL, at TEXT NOT NULL,
      sent_at TEXT, letter_id TEXT, PRIMARY KEY (address_id, comment_id)) STRICT`,
    `CREATE INDEX letter_news_waiting ON letter_news (address_id) WHERE sent_at IS NULL`,
    `CREATE INDEX letter_news_sent ON letter_news (sent_at) WHERE sent_at IS NOT NULL`,
  ),
};
