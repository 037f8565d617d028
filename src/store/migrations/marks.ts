import { both, type Migration } from './statements.ts';

/** What is marked in responses: places and verdicts, never words. */
export const marks: Migration = {
  name: 'marks of responses',
  statements: both(
    // A response that was looked through. Its row is the lock: whoever puts it in writes the marks.
    `CREATE TABLE comment_annotations (
      comment_id TEXT PRIMARY KEY REFERENCES comments (id), article_id TEXT NOT NULL, at TEXT NOT NULL) STRICT`,
    // source_number is the quoted response's number, 0 for the article; source_id its comment or citation.
    // Without a place the words no longer stand in their source.
    `CREATE TABLE comment_quotations (
      comment_id TEXT NOT NULL REFERENCES comments (id), position INTEGER NOT NULL,
      article_id TEXT NOT NULL, number INTEGER NOT NULL,
      paragraph INTEGER NOT NULL, from_letter INTEGER NOT NULL,
      last_paragraph INTEGER NOT NULL, to_letter INTEGER NOT NULL,
      verdict TEXT NOT NULL CHECK (verdict IN ('exact', 'altered')),
      source_kind TEXT NOT NULL CHECK (source_kind IN ('article', 'comment', 'citation')),
      source_id TEXT, source_number INTEGER, source_revision INTEGER,
      source_paragraph INTEGER, source_from INTEGER, source_to INTEGER,
      PRIMARY KEY (comment_id, position)) STRICT`,
    `CREATE INDEX comment_quotations_page ON comment_quotations (article_id, number, position)`,
    `CREATE INDEX comment_quotations_source ON comment_quotations (article_id, source_number, number)`,
    `CREATE TABLE comment_references (
      comment_id TEXT NOT NULL REFERENCES comments (id), position INTEGER NOT NULL,
      article_id TEXT NOT NULL, number INTEGER NOT NULL,
      paragraph INTEGER NOT NULL, from_letter INTEGER NOT NULL, to_letter INTEGER NOT NULL,
      target_number INTEGER NOT NULL, PRIMARY KEY (comment_id, position)) STRICT`,
    `CREATE INDEX comment_references_page ON comment_references (article_id, number, position)`,
    `CREATE INDEX comment_references_target ON comment_references (article_id, target_number, number)`,
    // Where its writer wanted no mark: the place at which it would begin.
    `CREATE TABLE comment_unmarked (
      comment_id TEXT NOT NULL REFERENCES comments (id), paragraph INTEGER NOT NULL, from_letter INTEGER NOT NULL,
      PRIMARY KEY (comment_id, paragraph, from_letter)) STRICT`,
    // Grows when a text changes from which responses may quote: what is kept of the thread in memory is then read anew.
    `CREATE TABLE annotated_articles (
      article_id TEXT PRIMARY KEY REFERENCES articles (id), version INTEGER NOT NULL) STRICT`,
    // Up to which entry of the record what is marked has followed it.
    `CREATE TABLE marks_cursor (seq INTEGER NOT NULL) STRICT`,
    `INSERT INTO marks_cursor (seq) VALUES (0)`,
  ),
};
