import { both, type Migration } from './statements.ts';

/** Pages of the publication’s own, at addresses of one word; and the menu that leads to them and to others. */
export const staticPages: Migration = {
  name: 'static pages',
  statements: both(
    // Every wording is in kept_changes, with what the record commits to.
    `CREATE TABLE static_pages (
      id TEXT PRIMARY KEY, slug TEXT NOT NULL UNIQUE, title TEXT NOT NULL, source TEXT NOT NULL,
      created_at TEXT NOT NULL, changed_at TEXT NOT NULL) STRICT`,
    // One row for each time a page was withdrawn; it stands while restored_at is null.
    `CREATE TABLE static_page_withdrawals (
      id TEXT PRIMARY KEY, page_id TEXT NOT NULL REFERENCES static_pages (id), at TEXT NOT NULL, by_staff TEXT,
      note TEXT NOT NULL, restored_at TEXT, restored_by TEXT) STRICT`,
    `CREATE UNIQUE INDEX static_page_withdrawals_open ON static_page_withdrawals (page_id)
      WHERE restored_at IS NULL`,
    // target_id is the id of a page or a tag, the name of a list, or an address of another host.
    `CREATE TABLE menu_entries (
      place TEXT NOT NULL, position INTEGER NOT NULL, label TEXT NOT NULL, target_kind TEXT NOT NULL,
      target_id TEXT NOT NULL, PRIMARY KEY (place, position)) STRICT`,
  ),
};
