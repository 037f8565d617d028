import { both, type Migration } from './statements.ts';

/** How far each of those who follow the record has got, in one table instead of one each. */
export const recordCursors: Migration = {
  name: 'record-cursors',
  statements: both(
    `CREATE TABLE record_cursors (follower TEXT PRIMARY KEY, seq INTEGER NOT NULL) STRICT`,
    `INSERT INTO record_cursors (follower, seq) SELECT 'webhooks', seq FROM webhook_cursor`,
    `INSERT INTO record_cursors (follower, seq) SELECT 'citations', seq FROM citation_cursor`,
    `INSERT INTO record_cursors (follower, seq) SELECT 'marks', seq FROM marks_cursor`,
    `DROP TABLE webhook_cursor`,
    `DROP TABLE citation_cursor`,
    `DROP TABLE marks_cursor`,
  ),
};
