import { both, type Migration } from './statements.ts';

/** What is held under one article, in the queue's order; counting it by article touches no row of the table. */
export const queueByArticle: Migration = {
  name: 'the queue by article',
  statements: both(
    `CREATE INDEX comments_waiting_under ON comments (article_id, queue_at, id) WHERE state = 'held'`,
  ),
};
