import { both, type Migration } from './statements.ts';

/** What an article said would happen and what came of it, and how its writer knew. */
export const followUps: Migration = {
  name: 'follow-ups',
  statements: both(
    // number counts an article's claims; once it is published, a change is a further version.
    `CREATE TABLE article_claims (
      article_id TEXT NOT NULL REFERENCES articles (id), number INTEGER NOT NULL, version INTEGER NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('standing', 'withdrawn')), passage TEXT NOT NULL, claim TEXT NOT NULL,
      due TEXT NOT NULL, salt TEXT NOT NULL, at TEXT NOT NULL, by_staff TEXT,
      PRIMARY KEY (article_id, number, version)) STRICT`,
    `CREATE INDEX article_claims_due ON article_claims (due, article_id, number)`,
    // public_at is null while the article that closes the claim is a draft; a later row changes what came of it.
    `CREATE TABLE claim_outcomes (
      id TEXT PRIMARY KEY, article_id TEXT NOT NULL REFERENCES articles (id), number INTEGER NOT NULL,
      by_article_id TEXT NOT NULL REFERENCES articles (id), outcome TEXT NOT NULL, sentence TEXT NOT NULL,
      on_date TEXT NOT NULL, salt TEXT NOT NULL, at TEXT NOT NULL, by_staff TEXT, public_at TEXT) STRICT`,
    `CREATE INDEX claim_outcomes_claim ON claim_outcomes (article_id, number, public_at)`,
    `CREATE INDEX claim_outcomes_by ON claim_outcomes (by_article_id)`,
    // content is JSON: classes of source and replies sought, in the order of the box.
    `CREATE TABLE article_attributions (
      article_id TEXT NOT NULL REFERENCES articles (id), version INTEGER NOT NULL, content TEXT NOT NULL,
      salt TEXT NOT NULL, at TEXT NOT NULL, by_staff TEXT, PRIMARY KEY (article_id, version)) STRICT`,
  ),
};
