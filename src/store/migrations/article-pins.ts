import { both, type Migration } from './statements.ts';

/** Articles that stand first on the front page, for a while or until somebody takes them down. */
export const articlePins: Migration = {
  name: 'article pins',
  statements: both(
    `CREATE TABLE article_pins (
      article_id TEXT PRIMARY KEY REFERENCES articles (id), at TEXT NOT NULL, by_staff TEXT, until TEXT) STRICT`,
  ),
};
