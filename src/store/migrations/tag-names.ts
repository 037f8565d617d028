import { both, type Migration } from './statements.ts';

/** Tags that were renamed, merged and introduced; and what was changed of them, as the record commits to it. */
export const tagNames: Migration = {
  name: 'tag names',
  statements: both(
    // One row for each public change of what is no article: the words that its entry in the record commits to.
    `CREATE TABLE kept_changes (
      subject_id TEXT NOT NULL, number INTEGER NOT NULL, action TEXT NOT NULL, words TEXT NOT NULL,
      salt TEXT NOT NULL, at TEXT NOT NULL, by_staff TEXT, PRIMARY KEY (subject_id, number)) STRICT`,
    // A slug that a tag had, or that a tag had which was merged into it: it leads to the tag for ever.
    `CREATE TABLE tag_former_slugs (
      slug TEXT PRIMARY KEY, tag_id TEXT NOT NULL REFERENCES tags (id), at TEXT NOT NULL, by_staff TEXT) STRICT`,
    `CREATE INDEX tag_former_slugs_tag ON tag_former_slugs (tag_id)`,
    `CREATE TABLE tag_introductions (
      tag_id TEXT PRIMARY KEY REFERENCES tags (id), source TEXT NOT NULL, at TEXT NOT NULL, by_staff TEXT) STRICT`,
  ),
};
