import { both, type Migration } from './statements.ts';

/** Who has written an article, and why one that was to appear did not. */
export const publishing: Migration = {
  name: 'publishing',
  statements: both(
    // Whoever saved words of it: they cannot also be its second reader.
    `CREATE TABLE article_writers (
      article_id TEXT NOT NULL REFERENCES articles (id), staff_id TEXT NOT NULL, first_at TEXT NOT NULL,
      PRIMARY KEY (article_id, staff_id)) STRICT`,
    // The last time that came and found it unfit to appear; gone when a new time is set or it is published.
    `CREATE TABLE article_missed_times (
      article_id TEXT PRIMARY KEY REFERENCES articles (id), publish_at TEXT NOT NULL, local_time TEXT NOT NULL,
      time_zone TEXT NOT NULL, missed_at TEXT NOT NULL, sentence TEXT NOT NULL) STRICT`,
  ),
};
