import { both, type Migration } from './statements.ts';

/** What happens to an article between its first word and its publication: a review, a time set for it. */
export const articleStages: Migration = {
  name: 'article stages',
  statements: both(
    // One row for each time somebody asked for a second reader; it is open while closed_at is null.
    `CREATE TABLE article_reviews (
      id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles (id),
      asked_at TEXT NOT NULL, asked_by TEXT, note TEXT NOT NULL,
      closed_at TEXT, closed_by TEXT, outcome TEXT, answer TEXT) STRICT`,
    `CREATE UNIQUE INDEX article_reviews_open ON article_reviews (article_id) WHERE closed_at IS NULL`,
    // The moment in UTC, and what was typed: the local time and its zone, which a later change of zone leaves alone.
    `CREATE TABLE article_schedules (
      article_id TEXT PRIMARY KEY REFERENCES articles (id), publish_at TEXT NOT NULL,
      local_time TEXT NOT NULL, time_zone TEXT NOT NULL, set_at TEXT NOT NULL, set_by TEXT,
      set_by_role TEXT NOT NULL) STRICT`,
    `CREATE INDEX article_schedules_due ON article_schedules (publish_at)`,
  ),
};
