import * as z from 'zod';
import { readPublication } from '../publication/queries.ts';
import type { Web } from '../web/site-app.ts';
import { addPictureRoute } from './add-picture-route.ts';
import { answerTo } from './admit.ts';
import { listArticlesRoute, readArticleRoute } from './article-routes.ts';
import { attributeRoute } from './attribution-route.ts';
import { changeClaimRoute, markClaimRoute, withdrawClaimRoute } from './claim-routes.ts';
import { closeClaimRoute, dropClosingRoute } from './closing-routes.ts';
import {
  changeCorrectionRoute,
  giveCorrectionRoute,
  listCorrectionsRoute,
  withdrawCorrectionRoute,
} from './correction-routes.ts';
import { listCommentsRoute } from './list-comments-route.ts';
import { listStaffArticlesRoute } from './list-staff-articles.ts';
import { describeApi } from './openapi.ts';
import { postCommentRoute } from './post-comment-route.ts';
import { problem, readableAnywhere } from './problem.ts';
import { publishRoute, unpublishRoute, withdrawRoute } from './publication-routes.ts';
import { listRevisionsRoute, readRevisionRoute, restoreRevisionRoute } from './revision-routes.ts';
import { type ApiRoute, base } from './route.ts';
import { sendJson } from './send-json.ts';
import {
  answerReviewRoute,
  askReviewRoute,
  clearRiskRoute,
  markRiskRoute,
  pinRoute,
  restoreArticleRoute,
  takeBackReviewRoute,
  unpinRoute,
} from './standing-routes.ts';
import { changeArticleRoute, replaceArticleRoute, writeArticleRoute } from './write-article-routes.ts';

const describeRoute: ApiRoute = {
  method: 'get',
  path: '/openapi.json',
  name: 'describe',
  summary: 'This description.',
  access: 'anybody',
  answers: { 200: { meaning: 'An OpenAPI 3.1 document.', shape: z.looseObject({ openapi: z.string() }) } },
  problems: [],
  async handle(web, c) {
    const sent = await sendJson(web, c, {
      make: async () => describeApi(apiRoutes, await readPublication(web.site)),
    });
    return sent ?? c.notFound();
  },
};

/** Every route of the API. */
export const apiRoutes: ApiRoute[] = [
  listArticlesRoute,
  writeArticleRoute,
  readArticleRoute,
  replaceArticleRoute,
  changeArticleRoute,
  publishRoute,
  unpublishRoute,
  withdrawRoute,
  restoreArticleRoute,
  listStaffArticlesRoute,
  askReviewRoute,
  takeBackReviewRoute,
  answerReviewRoute,
  markRiskRoute,
  clearRiskRoute,
  pinRoute,
  unpinRoute,
  listCorrectionsRoute,
  giveCorrectionRoute,
  changeCorrectionRoute,
  withdrawCorrectionRoute,
  markClaimRoute,
  changeClaimRoute,
  withdrawClaimRoute,
  closeClaimRoute,
  dropClosingRoute,
  attributeRoute,
  listRevisionsRoute,
  readRevisionRoute,
  restoreRevisionRoute,
  addPictureRoute,
  listCommentsRoute,
  postCommentRoute,
  describeRoute,
];

/** Adds the JSON API. Whatever is refused under `/api/` is refused with problem details. */
export function addApi(web: Web): void {
  for (const route of apiRoutes)
    web.app.on(route.method, patternOf(route.path), (c) => answerTo(web, c, route));
  for (const path of new Set(apiRoutes.map((route) => route.path))) addOtherMethods(web, path);
  for (const rest of ['/api', '/api/*'])
    web.app.all(rest, (c) =>
      problem(c, {
        status: 404,
        sentence: `There is nothing at this address. ${web.site.config.url}${base}/openapi.json lists what there is.`,
      }),
    );
}

function addOtherMethods({ app }: Web, path: string): void {
  const taken = apiRoutes.filter((route) => route.path === path).map((route) => route.method.toUpperCase());
  const reading = taken.includes('GET');
  const allow = [...taken, ...(reading ? ['HEAD'] : []), 'OPTIONS'].join(', ');
  app.options(patternOf(path), () =>
    preflight({ allow, ...(reading ? { ...readableAnywhere, ...readingOnly } : {}) }),
  );
  app.all(patternOf(path), (c) =>
    problem(c, {
      status: 405,
      sentence: `This address takes ${taken.join(' or ')}, not ${c.req.method}.`,
      headers: { allow },
    }),
  );
}

/** Pages of other origins may ask again with an ETag, and never send anything. */
const readingOnly = {
  'access-control-allow-methods': 'GET, HEAD',
  'access-control-allow-headers': 'if-none-match',
};

function preflight(headers: Record<string, string>): Response {
  return new Response(null, { status: 204, headers });
}

function patternOf(path: string): string {
  return base + path.replace(/\{(\w+)\}/g, ':$1');
}
