import * as z from 'zod';
import type { CorrectionView } from '../articles/corrections/correction-view.ts';
import { correctionsOf, correctionsOfAll } from '../articles/corrections/queries.ts';
import { type ArticleRow, listArticles, readArticle } from '../articles/queries.ts';
import { versionPath } from '../articles/revisions/version-words.ts';
import { placeInSeries, placesInSeries } from '../articles/series/queries.ts';
import type { SeriesPlace } from '../articles/series/series.ts';
import { keptBetween } from '../citations/with-kept.ts';
import { type Counts, countsOf, noComments } from '../comments/count-comments.ts';
import { illustrate } from '../pictures/expand-pictures.ts';
import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { besideOf, citationJson, correctionJson } from './beside-json.ts';
import { cursorBehind, readCursor } from './cursor.ts';
import { idIn, limitShape, readQuery } from './parameters.ts';
import { type Body, bodiesOf } from './queries.ts';
import { missingArticle, noArticle } from './refusal-problem.ts';
import { type ArticleCall, base, type OpenRoute } from './route.ts';
import { sendJson } from './send-json.ts';
import { type ArticleJson, articlesShape, type fullArticleShape } from './shapes.ts';
import { readStaffArticle } from './staff-article.ts';
import { readableArticleShape } from './staff-shapes.ts';
import { sendArticle } from './write-article-routes.ts';
import { seriesJson, writerJson } from './writer-json.ts';

const listQuery = z.object({
  limit: limitShape(20).describe('How many at most.'),
  cursor: z
    .string('The cursor is none of ours: take it from `next`.')
    .refine((text) => readCursor(text) !== null, 'The cursor is none of ours: take it from `next`.')
    .optional()
    .describe('From `next`; what is in it may change.'),
});

/** Published articles, newest first. */
export const listArticlesRoute: OpenRoute = {
  method: 'get',
  path: '/articles',
  name: 'listArticles',
  summary: 'Published articles, newest first.',
  access: 'anybody',
  query: listQuery,
  answers: { 200: { meaning: 'Articles.', shape: articlesShape } },
  problems: [422],
  async handle(web, c) {
    const read = readQuery(c, listQuery);
    if ('refusal' in read) return read.refusal;
    return (await sendJson(web, c, { make: () => articlesFrom(web.site, read.query) })) ?? noArticle(c);
  },
};

/** One published article. */
export const readArticleRoute: OpenRoute = {
  method: 'get',
  path: '/articles/{id}',
  name: 'readArticle',
  summary: 'A published article; with a token, one of any stage, as staff see it.',
  access: 'anybody',
  asStaff: { access: { scope: 'articles:read', verb: 'article.read' }, handle: sendToStaff },
  answers: {
    200: {
      meaning: 'The article.',
      shape: readableArticleShape,
      headers: ['ETag'],
    },
  },
  problems: [404, 410],
  async handle(web, c) {
    const id = idIn(c);
    if (id === null) return noArticle(c);
    return (
      (await sendJson(web, c, {
        make: () => articleOf(web.site, id),
        articleId: id,
        headers: { vary: 'accept-encoding, authorization' },
      })) ?? missingArticle(web, c, id)
    );
  },
};

async function sendToStaff({ site, c, id }: ArticleCall): Promise<Response> {
  const article = await readStaffArticle(site, id);
  return article === null ? noArticle(c) : sendArticle(article, { status: 200 });
}

async function articlesFrom(
  site: Site,
  { limit, cursor }: z.infer<typeof listQuery>,
): Promise<z.infer<typeof articlesShape>> {
  const { config, store } = site;
  const after = cursor === undefined ? null : readCursor(cursor);
  const found = await listArticles(store.read, { limit: limit + 1, ...(after ? { after } : {}) });
  const rows = found.slice(0, limit);
  const ids = rows.map((row) => row.id);
  const [bodies, counts] = await Promise.all([bodiesOf(store.read, ids), countsOf(store.read, ids)]);
  const corrections = await correctionsOfAll(store.read, ids);
  const { locale } = await readSettings(site);
  const series = await placesInSeries(store.read, ids);
  const items = rows.flatMap((row) => {
    const body = bodies.get(row.id);
    const beside = { counts: counts.get(row.id), corrections: corrections.get(row.id) };
    return body ? [viewOf(row, body, { locale, ...beside, series: series.get(row.id) })] : [];
  });
  const last = rows.at(-1);
  const more = found.length > limit && last !== undefined;
  return {
    items,
    next: more ? `${config.url}${base}/articles?limit=${limit}&cursor=${cursorBehind(last)}` : null,
  };
}

async function articleOf(site: Site, id: string): Promise<z.infer<typeof fullArticleShape> | null> {
  const { config, store } = site;
  const article = await readArticle(store.read, { id });
  if (!article) return null;
  const counts = await countsOf(store.read, [id]);
  const corrections = await correctionsOf(store.read, id);
  const { html } = await illustrate(store.read, article.html);
  const { locale } = await readSettings(site);
  const series = await placeInSeries(store.read, id);
  const beside = { locale, series, counts: counts.get(id), corrections };
  const shown = viewOf(article, { ...article, html }, beside);
  const cite = await versionPath(store.read, article, article.revisions);
  const kept = await keptBetween(store.read, id, { from: 0, to: 0 });
  return {
    ...shown,
    ...(await besideOf(site, id, { drafts: false })),
    citations: (kept.get(0) ?? []).map(citationJson),
    cite: cite && config.url + cite,
  };
}

type Beside = {
  locale: string;
  series: SeriesPlace | null | undefined;
  counts: Counts | undefined;
  corrections: CorrectionView[] | undefined;
};

function viewOf(
  article: ArticleRow,
  body: Body,
  { locale, series, counts = noComments, corrections = [] }: Beside,
): ArticleJson {
  return {
    id: article.id,
    path: article.path,
    title: article.title,
    standfirst: article.standfirst,
    published: article.dated,
    updated: body.updatedAt,
    authors: article.authors.map(writerJson),
    tags: article.tags.map(({ name, path }) => ({ name, path })),
    language: article.language ?? locale,
    series: seriesJson(series),
    html: body.html,
    counts,
    corrections: corrections.map(correctionJson),
  };
}
