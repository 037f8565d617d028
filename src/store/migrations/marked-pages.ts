import { both, type Migration } from './statements.ts';

/** How often what is derived of an article changed: marks, citations and the like make no entry of the record. */
export const markedPages: Migration = {
  name: 'marked pages',
  statements: both(`ALTER TABLE articles ADD COLUMN marks INTEGER NOT NULL DEFAULT 0`),
};
