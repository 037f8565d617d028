import { both, type Migration } from './statements.ts';

/** Who of the names over an article are guests, and what is said of them. */
export const guestBylines: Migration = {
  name: 'guest bylines',
  statements: both(
    // Names and their order are in article_bylines, as before.
    `CREATE TABLE guest_bylines (
      article_id TEXT NOT NULL REFERENCES articles (id), name TEXT NOT NULL, note TEXT NOT NULL, url TEXT,
      at TEXT NOT NULL, by_staff TEXT, PRIMARY KEY (article_id, name)) STRICT`,
  ),
};
