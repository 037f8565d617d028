import { both, type Migration } from './statements.ts';

/** All that can be found of an article, so that it goes from the search in one step. */
export const searchByArticle: Migration = {
  name: 'search by article',
  statements: both(`CREATE INDEX search_documents_article ON search_documents (article_id)`),
};
