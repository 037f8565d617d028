import { both, type Migration } from './statements.ts';

/** The language of an article, where it is not the publication's: a BCP 47 tag. */
export const articleLanguage: Migration = {
  name: 'article language',
  statements: both(`ALTER TABLE articles ADD COLUMN language TEXT`),
};
