import { both, type Migration } from './statements.ts';

/** Everything that the first edition keeps. */
export const firstEdition: Migration = {
  name: 'first edition',
  statements: both(
    `CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT`,

    // Names and types of the next four are the sign-in library's.
    `CREATE TABLE staff (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE, "emailVerified" BOOL NOT NULL,
      image TEXT, role TEXT NOT NULL, "disabledAt" TEXT,
      "createdAt" INSTANT NOT NULL, "updatedAt" INSTANT NOT NULL) STRICT`,
    `CREATE TABLE staff_sessions (
      id TEXT PRIMARY KEY, token TEXT NOT NULL UNIQUE, "userId" TEXT NOT NULL REFERENCES staff (id),
      "expiresAt" INSTANT NOT NULL, "ipAddress" TEXT, "userAgent" TEXT,
      "createdAt" INSTANT NOT NULL, "updatedAt" INSTANT NOT NULL) STRICT`,
    `CREATE INDEX staff_sessions_user ON staff_sessions ("userId")`,
    `CREATE TABLE staff_accounts (
      id TEXT PRIMARY KEY, "accountId" TEXT NOT NULL, "providerId" TEXT NOT NULL,
      "userId" TEXT NOT NULL REFERENCES staff (id), "accessToken" TEXT, "refreshToken" TEXT, "idToken" TEXT,
      "accessTokenExpiresAt" INSTANT, "refreshTokenExpiresAt" INSTANT, scope TEXT, password TEXT,
      "createdAt" INSTANT NOT NULL, "updatedAt" INSTANT NOT NULL) STRICT`,
    `CREATE TABLE staff_verifications (
      id TEXT PRIMARY KEY, identifier TEXT NOT NULL, value TEXT NOT NULL, "expiresAt" INSTANT NOT NULL,
      "createdAt" INSTANT NOT NULL, "updatedAt" INSTANT NOT NULL) STRICT`,
    `CREATE INDEX staff_verifications_identifier ON staff_verifications (identifier)`,

    // last_number is the counter that gives comments their numbers: locked with its row, never derived.
    `CREATE TABLE articles (
      id TEXT PRIMARY KEY, path TEXT UNIQUE, slug TEXT, title TEXT NOT NULL, standfirst TEXT,
      source TEXT NOT NULL, source_format TEXT NOT NULL, html TEXT NOT NULL, html_version INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('draft', 'published', 'withdrawn')),
      published_at TEXT, dated TEXT, updated_at TEXT NOT NULL, created_at TEXT NOT NULL,
      comment_policy TEXT, close_after_days INTEGER, comments_closed INTEGER NOT NULL DEFAULT 0,
      last_number INTEGER NOT NULL DEFAULT 0, salt TEXT NOT NULL, origin TEXT NOT NULL, losses TEXT,
      CHECK (state = 'draft' OR (path IS NOT NULL AND published_at IS NOT NULL))) STRICT`,
    `CREATE INDEX articles_published ON articles (state, published_at, id)`,
    `CREATE TABLE article_revisions (
      article_id TEXT NOT NULL REFERENCES articles (id), number INTEGER NOT NULL,
      title TEXT NOT NULL, standfirst TEXT, source TEXT NOT NULL, source_format TEXT NOT NULL,
      salt TEXT NOT NULL, at TEXT NOT NULL, by_staff TEXT, PRIMARY KEY (article_id, number)) STRICT`,
    `CREATE TABLE article_bylines (
      article_id TEXT NOT NULL REFERENCES articles (id), position INTEGER NOT NULL,
      name TEXT NOT NULL, slug TEXT NOT NULL, PRIMARY KEY (article_id, position)) STRICT`,
    `CREATE INDEX article_bylines_slug ON article_bylines (slug)`,
    `CREATE TABLE tags (id TEXT PRIMARY KEY, name TEXT NOT NULL, slug TEXT NOT NULL UNIQUE) STRICT`,
    `CREATE TABLE article_tags (
      article_id TEXT NOT NULL REFERENCES articles (id), position INTEGER NOT NULL,
      tag_id TEXT NOT NULL REFERENCES tags (id), PRIMARY KEY (article_id, tag_id)) STRICT`,
    `CREATE INDEX article_tags_tag ON article_tags (tag_id)`,

    `CREATE TABLE pseudonyms (
      id TEXT PRIMARY KEY, name TEXT NOT NULL, secret_hash TEXT,
      bound_at TEXT, reserved_until TEXT, trusted_at TEXT, created_at TEXT NOT NULL,
      UNIQUE (secret_hash, name)) STRICT`,

    // A number is given at publication, so the unique pair admits any number of held comments without one.
    `CREATE TABLE comments (
      id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles (id), number INTEGER,
      state TEXT NOT NULL CHECK (state IN ('held', 'published', 'removed', 'withdrawn', 'refused', 'erased')),
      pseudonym_id TEXT REFERENCES pseudonyms (id), name TEXT NOT NULL, url TEXT, email TEXT,
      source TEXT NOT NULL, html TEXT NOT NULL, html_version INTEGER NOT NULL, in_reply_to INTEGER,
      posted_at TEXT NOT NULL, published_at TEXT, dated TEXT, address_hash TEXT,
      words_hash TEXT NOT NULL, salt TEXT NOT NULL, origin TEXT NOT NULL, kind TEXT NOT NULL,
      held_for TEXT, release_at TEXT, release_by TEXT,
      UNIQUE (article_id, number), CHECK (state NOT IN ('published', 'removed') OR number IS NOT NULL)) STRICT`,
    `CREATE INDEX comments_state ON comments (article_id, state, number)`,
    `CREATE INDEX comments_queue ON comments (state, posted_at)`,
    `CREATE INDEX comments_latest ON comments (state, published_at)`,
    `CREATE INDEX comments_pace ON comments (address_hash, posted_at)`,
    `CREATE INDEX comments_same ON comments (article_id, words_hash)`,
    `CREATE INDEX comments_addresses ON comments (posted_at) WHERE address_hash IS NOT NULL`,
    `CREATE INDEX comments_answers ON comments (article_id, in_reply_to, number)`,
    `CREATE INDEX comments_writer ON comments (pseudonym_id, article_id, number)`,
    `CREATE TABLE comment_decisions (
      id TEXT PRIMARY KEY, comment_id TEXT NOT NULL REFERENCES comments (id), kind TEXT NOT NULL,
      at TEXT NOT NULL, by_role TEXT NOT NULL, by_staff TEXT, reason_code TEXT, reason_label TEXT, reason_text TEXT) STRICT`,
    `CREATE INDEX comment_decisions_comment ON comment_decisions (comment_id, id)`,
    `CREATE TABLE idempotency_keys (
      key_hash TEXT PRIMARY KEY, request_hash TEXT NOT NULL, comment_id TEXT NOT NULL REFERENCES comments (id),
      at TEXT NOT NULL) STRICT`,

    // seq and hash are null until the sequencer has put the entry into the chain.
    `CREATE TABLE record_entries (
      id TEXT PRIMARY KEY, seq INTEGER UNIQUE CHECK (seq > 0), at TEXT NOT NULL, action TEXT NOT NULL,
      visibility TEXT NOT NULL CHECK (visibility IN ('public', 'private')), article_id TEXT, leaf TEXT NOT NULL,
      private_body TEXT, private_salt TEXT, hash TEXT) STRICT`,
    `CREATE INDEX record_entries_public ON record_entries (visibility, seq)`,
    `CREATE INDEX record_entries_action ON record_entries (visibility, action, seq)`,
    `CREATE INDEX record_entries_article ON record_entries (article_id, seq)`,

    `CREATE TABLE jobs (
      id TEXT PRIMARY KEY, kind TEXT NOT NULL, payload TEXT NOT NULL, due_at TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0, claimed_at TEXT, done_at TEXT, error TEXT) STRICT`,
    `CREATE INDEX jobs_due ON jobs (done_at, due_at)`,
  ).with({
    sqlite: [
      `CREATE TABLE search_documents (
        rowid INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL UNIQUE, article_id TEXT NOT NULL) STRICT`,
      `CREATE VIRTUAL TABLE search_text USING fts5 (
        words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3')`,
    ],
    postgres: [
      `CREATE TABLE search_documents (
        kind TEXT NOT NULL, id TEXT PRIMARY KEY, article_id TEXT NOT NULL, words tsvector NOT NULL)`,
      `CREATE INDEX search_documents_words ON search_documents USING gin (words)`,
    ],
  }),
};
