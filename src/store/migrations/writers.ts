import { both, type Migration } from './statements.ts';

/** Writers and the keys by which they are known; which names are whose, by what these could be taken for. */
export const writers: Migration = {
  name: 'writers and their names',
  statements: both(
    `CREATE TABLE writers (id TEXT PRIMARY KEY, created_at TEXT NOT NULL) STRICT`,
    // Of a secret only its hash is kept. A key that has ended stays, so that it is known to open nothing.
    `CREATE TABLE writer_keys (
      id TEXT PRIMARY KEY, writer_id TEXT NOT NULL REFERENCES writers (id),
      kind TEXT NOT NULL CHECK (kind IN ('browser', 'phrase', 'email', 'passkey')), hash TEXT NOT NULL,
      content TEXT, made_at TEXT NOT NULL, used_at TEXT, ended_at TEXT, ended_why TEXT, UNIQUE (kind, hash)) STRICT`,
    `CREATE INDEX writer_keys_writer ON writer_keys (writer_id, id)`,
    // What works once: a link in a letter, the question that a passkey answers.
    `CREATE TABLE writer_tokens (
      token_hash TEXT PRIMARY KEY, purpose TEXT NOT NULL, writer_id TEXT REFERENCES writers (id), content TEXT,
      expires_at TEXT NOT NULL, used_at TEXT) STRICT`,
    `CREATE INDEX writer_tokens_expiry ON writer_tokens (expires_at)`,

    // Until now a writer was the secret in a browser: it becomes a writer with one key.
    `INSERT INTO writers SELECT min(id), min(created_at) FROM pseudonyms
      WHERE secret_hash IS NOT NULL GROUP BY secret_hash`,
    `INSERT INTO writer_keys (id, writer_id, kind, hash, made_at)
      SELECT min(id), min(id), 'browser', secret_hash, min(created_at) FROM pseudonyms
      WHERE secret_hash IS NOT NULL GROUP BY secret_hash`,
    `ALTER TABLE pseudonyms ADD COLUMN writer_id TEXT REFERENCES writers (id)`,
    `ALTER TABLE pseudonyms ADD COLUMN given_up_at TEXT`,
    // By which table of look-alikes its looks were made; 0 for one whose looks are not yet kept.
    `ALTER TABLE pseudonyms ADD COLUMN looks_version INTEGER NOT NULL DEFAULT 0`,
    `UPDATE pseudonyms SET writer_id =
      (SELECT writer_id FROM writer_keys WHERE writer_keys.kind = 'browser' AND writer_keys.hash = secret_hash)`,
    // The column stays, empty: SQLite cannot take it out of the pair that was unique.
    `UPDATE pseudonyms SET secret_hash = NULL`,
    `CREATE UNIQUE INDEX pseudonyms_writer ON pseudonyms (writer_id, name)`,
    `CREATE INDEX pseudonyms_looks ON pseudonyms (looks_version)`,

    // Whose a look is: on the whole site ('') or on one article. Null is somebody of the archive, who is not here.
    // The primary key decides a race for one look, between processes as well.
    `CREATE TABLE name_looks (
      scope TEXT NOT NULL, look TEXT NOT NULL, pseudonym_id TEXT REFERENCES pseudonyms (id),
      PRIMARY KEY (scope, look)) STRICT`,
    `CREATE INDEX name_looks_pseudonym ON name_looks (pseudonym_id)`,
    // What the publication's own names could be taken for: its staff's, and those over its articles.
    `CREATE TABLE own_looks (look TEXT NOT NULL, name TEXT NOT NULL, PRIMARY KEY (look, name)) STRICT`,
    `CREATE INDEX own_looks_name ON own_looks (name)`,
    `CREATE INDEX article_bylines_name ON article_bylines (name)`,
    `ALTER TABLE articles ADD COLUMN looks_version INTEGER NOT NULL DEFAULT 0`,
    `CREATE INDEX articles_looks ON articles (looks_version)`,
    `CREATE INDEX comments_email ON comments (email) WHERE email IS NOT NULL`,
    // Whoever of the staff wrote it under their own name.
    `ALTER TABLE comments ADD COLUMN by_staff TEXT`,
  ),
};
