import { both, type Migration } from './statements.ts';

/** What a publication says afterwards of what it published: each change of it is a row of its own. */
export const corrections: Migration = {
  name: 'corrections',
  statements: both(
    // number counts an article's corrections; a changed or withdrawn one gets a further version, none is overwritten.
    `CREATE TABLE article_corrections (
      article_id TEXT NOT NULL REFERENCES articles (id), number INTEGER NOT NULL, version INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('standing', 'withdrawn')), kind TEXT NOT NULL,
      was TEXT NOT NULL, now_reads TEXT NOT NULL, why TEXT NOT NULL,
      prominence TEXT NOT NULL CHECK (prominence IN ('top', 'foot')), revision INTEGER,
      salt TEXT NOT NULL, given_at TEXT NOT NULL, at TEXT NOT NULL, by_staff TEXT,
      PRIMARY KEY (article_id, number, version)) STRICT`,
    `CREATE INDEX article_corrections_given ON article_corrections (given_at, article_id, number)`,
    // The newest row of a version says whether its words are withheld or shown again.
    `CREATE TABLE revision_withholdings (
      article_id TEXT NOT NULL REFERENCES articles (id), number INTEGER NOT NULL, step INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('withheld', 'lifted')), reason TEXT NOT NULL,
      at TEXT NOT NULL, by_role TEXT NOT NULL, by_staff TEXT, PRIMARY KEY (article_id, number, step)) STRICT`,
  ),
};
