import type { ExpressionBuilder } from 'kysely';
import type { Schema } from './schema.ts';

/** The one visibility predicate for articles: pages, API, feeds, counts, menu and search all ask it. */
export function isPublished(eb: ExpressionBuilder<Schema, 'articles'>) {
  return eb('articles.state', '=', 'published');
}

/**
 * The one visibility predicate for responses: those that readers are told of. Pages, API, feeds, counts and search all ask it;
 * the words are shown of those that are also `published`.
 */
export function isListed(eb: ExpressionBuilder<Schema, 'comments'>) {
  return eb.and([
    eb('comments.number', 'is not', null),
    eb('comments.state', 'in', ['published', 'removed', 'withdrawn', 'erased']),
  ]);
}

/**
 * What readers are told of a response whose words are not shown. One that is withheld while a complaint is considered is
 * `removed` to all who look for words, and only called otherwise.
 */
export function goneState(row: {
  state: string;
  withheld_at: string | null;
}): 'removed' | 'withdrawn' | 'withheld' {
  if (row.state === 'withdrawn') return 'withdrawn';
  return row.state === 'removed' && row.withheld_at !== null ? 'withheld' : 'removed';
}

/** The same predicate where the words themselves are shown. */
export function showsWords(eb: ExpressionBuilder<Schema, 'comments'>) {
  return eb.and([isListed(eb), eb('comments.state', '=', 'published')]);
}
