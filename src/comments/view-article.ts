import { nativeOrigins } from '../articles/article.ts';
import type { ArticleSummary, ArticleView } from '../articles/article-view.ts';
import { attributionOf } from '../articles/attributions/queries.ts';
import { claimsOf, closedBy, todayOf } from '../articles/claims/queries.ts';
import { correctionsOf } from '../articles/corrections/queries.ts';
import type { ArticleRow, FullArticle } from '../articles/queries.ts';
import { placeInSeries } from '../articles/series/queries.ts';
import { illustrate } from '../pictures/expand-pictures.ts';
import { readSettings } from '../publication/queries.ts';
import type { Settings } from '../publication/settings.ts';
import type { Site } from '../site.ts';
import { countComments, countPublished } from './count-comments.ts';
import { closedBecause } from './policy.ts';
import { policyOf } from './takes-responses.ts';

/** Articles as lists show them, with the number of their responses. */
export async function summariseArticles(site: Site, rows: ArticleRow[]): Promise<ArticleSummary[]> {
  const settings = await readSettings(site);
  const counts = await countPublished(
    site.store.read,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    path: row.path,
    title: row.title,
    standfirst: row.standfirst,
    publishedAt: row.publishedAt,
    dated: row.dated,
    authors: row.authors,
    tags: row.tags,
    language: row.language,
    responses: counts.get(row.id) ?? 0,
    open: closedSentence(site, row, settings) === null,
  }));
}

/** An article as its own page shows it, its counts derived from what is there. */
export async function viewArticle(site: Site, article: FullArticle): Promise<ArticleView> {
  const settings = await readSettings(site);
  const counts = await countComments(site.store.read, article.id);
  const closed = closedSentence(site, article, settings);
  const db = site.store.read;
  const today = await todayOf(site);
  const { html, image } = await illustrate(site.store.read, article.html);
  return {
    id: article.id,
    path: article.path,
    title: article.title,
    standfirst: article.standfirst,
    publishedAt: article.publishedAt,
    dated: article.dated,
    authors: article.authors,
    tags: article.tags,
    language: article.language,
    responses: counts.published,
    open: closed === null,
    html,
    image,
    links: article.links,
    updatedAt: article.updatedAt,
    revised: article.revisions > 1,
    counts,
    lastNumber: article.lastNumber,
    closed,
    corrections: await correctionsOf(db, article.id),
    claims: await claimsOf(db, article.id, today),
    closes: (await closedBy(db, article.id, today)).filter(({ said }) => said.publicAt !== null),
    series: await placeInSeries(db, article.id),
    attribution: (await attributionOf(db, article.id))?.attribution ?? null,
    losses: article.losses,
    native: nativeOrigins.includes(article.origin),
  };
}

function closedSentence(site: Site, row: ArticleRow, settings: Settings): string | null {
  return closedBecause(
    {
      state: row.state,
      policy: policyOf({ comment_policy: row.policy }, settings),
      commentsClosed: row.commentsClosed,
      publishedAt: row.publishedAt,
      closeAfterDays: row.closeAfterDays ?? Number(settings['comments.close-after-days']),
    },
    site.clock.now(),
  );
}
