import { both, type Migration } from './statements.ts';

/** What filters found in a held response, told to moderators alone; it goes with the words. */
export const commentFindings: Migration = {
  name: 'findings of filters',
  statements: both(
    `CREATE TABLE comment_findings (
      comment_id TEXT NOT NULL REFERENCES comments (id), reason TEXT NOT NULL, found TEXT NOT NULL,
      PRIMARY KEY (comment_id, reason)) STRICT`,
  ),
};
