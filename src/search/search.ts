import type { ArticleSummary } from '../articles/article-view.ts';
import { articlesById } from '../articles/queries.ts';
import { commentsById } from '../comments/comment-summaries.ts';
import type { CommentSummary } from '../comments/comment-view.ts';
import { summariseArticles } from '../comments/view-article.ts';
import { foldForSearch } from '../lib/fold-text.ts';
import { staticPagesById } from '../publication/static-pages/queries.ts';
import type { StaticPage } from '../publication/static-pages/static-page.ts';
import type { Site } from '../site.ts';

/** What was found, best first. */
export type Found = { article: ArticleSummary } | { response: CommentSummary } | { page: StaticPage };

const mostWords = 12;
const mostHits = 500;

/** The words of a query that are looked for, folded; at most twelve. */
export function wordsOf(query: string): string[] {
  return foldForSearch(query.slice(0, 500)).split(' ').filter(Boolean).slice(0, mostWords);
}

/** Articles and responses that hold all words of a query, by their beginnings. At most 500 are counted. */
export async function search(
  site: Site,
  query: string,
  { limit, offset }: { limit: number; offset: number },
): Promise<{ found: Found[]; total: number }> {
  const words = wordsOf(query);
  if (words.length === 0) return { found: [], total: 0 };
  const hits = await site.store.search.find(site.store.read, words, { limit: mostHits, offset: 0 });
  const shown = hits.slice(offset, offset + limit);
  const ids = (kind: 'article' | 'comment' | 'page') =>
    shown.filter((hit) => hit.kind === kind).map((hit) => hit.id);
  const rows = await articlesById(site.store.read, ids('article'));
  const articles = new Map((await summariseArticles(site, rows)).map((article) => [article.id, article]));
  const responses = await commentsById(site.store.read, ids('comment'));
  const pages = await staticPagesById(site.store.read, ids('page'));
  const found = shown.flatMap((hit): Found[] => {
    const article = articles.get(hit.id);
    const response = responses.get(hit.id);
    const page = pages.get(hit.id);
    if (article) return [{ article }];
    if (page) return [{ page }];
    return response ? [{ response }] : [];
  });
  return { found, total: hits.length };
}

/** About 240 characters of a text around the first of the words. */
export function excerptOf(text: string, query: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  const word = wordsOf(query).find((each) => flat.toLowerCase().includes(each));
  const at = word ? flat.toLowerCase().indexOf(word) : 0;
  const from = Math.max(0, flat.lastIndexOf(' ', Math.max(0, at - 80)));
  const cut = flat.slice(from, from + 240).trim();
  return `${from > 0 ? '… ' : ''}${cut}${from + 240 < flat.length ? ' …' : ''}`;
}
