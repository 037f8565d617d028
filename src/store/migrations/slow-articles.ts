import { both, type Migration } from './statements.ts';

/** The least time between two responses of one writer under an article; null where it is the publication’s. */
export const slowArticles: Migration = {
  name: 'slow mode of articles',
  statements: both(`ALTER TABLE articles ADD COLUMN slow_seconds INTEGER`),
};
