import { both, type Migration } from './statements.ts';

/** Where a held response stands in the queue; and what its writer sent before, newest first. */
export const queueOrder: Migration = {
  name: 'order of the queue',
  statements: both(
    // A held response that was given no place stands first: nobody overlooks it.
    `ALTER TABLE comments ADD COLUMN queue_at TEXT NOT NULL DEFAULT ''`,
    `UPDATE comments SET queue_at = posted_at WHERE state = 'held'`,
    // With the article in it, so that counting what waits by article touches no row of the table.
    `CREATE INDEX comments_waiting ON comments (queue_at, id, article_id) WHERE state = 'held'`,
    `CREATE INDEX comments_of_pseudonym ON comments (pseudonym_id, posted_at)`,
  ),
};
