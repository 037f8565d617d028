import { both, type Migration } from './statements.ts';

/** How each of those who moderate is told of what waits, and the views of the queue that they keep by name. */
export const moderatorNews: Migration = {
  name: 'news to moderators',
  statements: both(
    `CREATE TABLE moderator_news (
      staff_id TEXT PRIMARY KEY REFERENCES staff (id), digest TEXT NOT NULL, told_at TEXT, feed_hash TEXT,
      feed_made_at TEXT) STRICT`,
    `CREATE UNIQUE INDEX moderator_news_feed ON moderator_news (feed_hash) WHERE feed_hash IS NOT NULL`,
    `CREATE TABLE named_views (
      id TEXT PRIMARY KEY, staff_id TEXT NOT NULL REFERENCES staff (id), name TEXT NOT NULL, query TEXT NOT NULL) STRICT`,
    `CREATE UNIQUE INDEX named_views_name ON named_views (staff_id, name)`,
    `INSERT INTO named_views (id, staff_id, name, query) SELECT staff_id, staff_id, 'My view', query FROM queue_views`,
    `DROP TABLE queue_views`,
  ),
};
