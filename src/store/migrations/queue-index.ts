import { both, type Migration } from './statements.ts';

/**
 * The queue's order with the state before it: SQLite, which knows nothing of how many are in which state, takes an index
 * that begins with the state over one of what is held alone, and sorted all that is held for each page.
 */
export const queueIndex: Migration = {
  name: 'an index that the queue is read by',
  statements: both(
    `DROP INDEX comments_waiting`,
    `CREATE INDEX comments_in_queue ON comments (state, queue_at, id)`,
  ),
};
