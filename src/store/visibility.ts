import type { ExpressionBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/** The one visibility predicate for articles: pages, API, feeds, counts, menu and search all ask it. */
export function isPublished(eb: ExpressionBuilder<Schema, 'articles'>) {
  return eb('articles.state', '=', 'published');
}
