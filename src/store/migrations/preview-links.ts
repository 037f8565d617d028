import { both, type Migration } from './statements.ts';

/** Secret addresses at which somebody outside reads an article before it is published. */
export const previewLinks: Migration = {
  name: 'preview links',
  statements: both(
    // Of the secret only its hash is kept.
    `CREATE TABLE article_previews (
      id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles (id), token_hash TEXT NOT NULL UNIQUE,
      made_at TEXT NOT NULL, made_by TEXT, expires_at TEXT NOT NULL, revoked_at TEXT) STRICT`,
    `CREATE INDEX article_previews_article ON article_previews (article_id, id)`,
  ),
};
