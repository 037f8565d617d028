import { both, type Migration } from './statements.ts';

/** Series: articles that are parts of a whole, in an order of their own. */
export const series: Migration = {
  name: 'series',
  statements: both(
    // Every wording and every order is in kept_changes, with what the record commits to.
    `CREATE TABLE series (
      id TEXT PRIMARY KEY, slug TEXT NOT NULL UNIQUE, title TEXT NOT NULL, introduction TEXT NOT NULL,
      created_at TEXT NOT NULL, changed_at TEXT NOT NULL) STRICT`,
    // An article is a part of one series at most.
    `CREATE TABLE series_parts (
      article_id TEXT PRIMARY KEY REFERENCES articles (id), series_id TEXT NOT NULL REFERENCES series (id),
      position INTEGER NOT NULL) STRICT`,
    `CREATE UNIQUE INDEX series_parts_order ON series_parts (series_id, position)`,
    // A slug that a series had: it leads to the series for ever.
    `CREATE TABLE series_former_slugs (
      slug TEXT PRIMARY KEY, series_id TEXT NOT NULL REFERENCES series (id), at TEXT NOT NULL, by_staff TEXT) STRICT`,
  ),
};
