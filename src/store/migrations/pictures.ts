import { both, type Migration } from './statements.ts';

/** Pictures, each with every file that it ever was, and the articles that show it. */
export const pictures: Migration = {
  name: 'pictures',
  statements: both(
    // words are alt text, caption, credit and file name, folded, for the library's search.
    `CREATE TABLE pictures (
      id TEXT PRIMARY KEY, version INTEGER NOT NULL, alt TEXT NOT NULL, decorative INTEGER NOT NULL,
      caption TEXT NOT NULL, credit TEXT NOT NULL, words TEXT NOT NULL,
      created_at TEXT NOT NULL, created_by TEXT) STRICT`,
    // hash names the files made of it; source_hash knows the same upload again without decoding it.
    `CREATE TABLE picture_versions (
      picture_id TEXT NOT NULL REFERENCES pictures (id), number INTEGER NOT NULL, hash TEXT NOT NULL,
      width INTEGER NOT NULL, height INTEGER NOT NULL, format TEXT NOT NULL, bytes INTEGER NOT NULL,
      animated INTEGER NOT NULL, stilled TEXT, source_hash TEXT NOT NULL, file_name TEXT NOT NULL,
      salt TEXT NOT NULL, at TEXT NOT NULL, by_staff TEXT, PRIMARY KEY (picture_id, number)) STRICT`,
    `CREATE INDEX picture_versions_hash ON picture_versions (hash)`,
    `CREATE INDEX picture_versions_source ON picture_versions (source_hash)`,
    // What is on disk or in the bucket: nothing else is served.
    `CREATE TABLE picture_files (
      hash TEXT NOT NULL, name TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
      format TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL, PRIMARY KEY (hash, name)) STRICT`,
    // Read out of the article's HTML whenever that is written. A picture may be gone, and the use still stand.
    `CREATE TABLE picture_uses (
      article_id TEXT NOT NULL REFERENCES articles (id), picture_id TEXT NOT NULL, position INTEGER NOT NULL,
      PRIMARY KEY (article_id, picture_id)) STRICT`,
    `CREATE INDEX picture_uses_picture ON picture_uses (picture_id)`,
  ),
};
