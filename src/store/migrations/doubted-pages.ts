import { both, type Migration } from './statements.ts';

/** How many looks in a row found that a page reads otherwise, apart from those that did not find it at all. */
export const doubtedPages: Migration = {
  name: 'doubted-pages',
  statements: both(`ALTER TABLE citations ADD COLUMN doubt_streak INTEGER NOT NULL DEFAULT 0`),
};
