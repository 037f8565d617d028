import { isApiPath, problem } from './api/problem.ts';
import { addApi } from './api/routes.ts';
import { addDesk } from './desk/routes.tsx';
import { addFeeds } from './feeds/routes.ts';
import { addArticles } from './reading/article-routes.tsx';
import { addComplaints } from './reading/complain/routes.tsx';
import { addCorrections } from './reading/corrections-routes.tsx';
import { errorPages } from './reading/error-response.tsx';
import { addLists } from './reading/list-routes.tsx';
import { addLook } from './reading/look-routes.ts';
import { addPictures } from './reading/picture-routes.ts';
import { addPreviews } from './reading/preview-routes.tsx';
import { addProse } from './reading/prose-routes.tsx';
import { addReceipts } from './reading/receipt-routes.tsx';
import { addRecordLog } from './reading/record-log-routes.ts';
import { addRecord } from './reading/record-routes.tsx';
import { addReports } from './reading/report/routes.tsx';
import { addReportReviews } from './reading/reviews/report-routes.tsx';
import { addSearch } from './reading/search-routes.tsx';
import { addSeries } from './reading/series-routes.tsx';
import { addStaticPages } from './reading/static-page-routes.tsx';
import { addTransparencyReport } from './reading/transparency/transparency-routes.tsx';
import { addYou } from './reading/you/you-routes.tsx';
import type { Site } from './site.ts';
import { addAssets } from './web/assets.ts';
import { createWeb, type ShowError, type Web } from './web/site-app.ts';

/** The whole application: every route of the site on one HTTP edge. */
export function createSiteWeb(site: Site): Web {
  const pages = errorPages(site);
  const showError: ShowError = async (c, error) =>
    isApiPath(c.req.path) ? problem(c, error) : pages(c, error);
  const web = createWeb(site, showError);
  addApi(web);
  refuseNul(web, showError);
  addAssets(web);
  addLists(web);
  addSeries(web);
  addArticles(web, showError);
  addReceipts(web, showError);
  addYou(web, showError);
  addPreviews(web, showError);
  addPictures(web);
  addProse(web);
  addLook(web);
  addSearch(web);
  addReports(web, showError);
  addReportReviews(web, showError);
  addComplaints(web, showError);
  addCorrections(web);
  addRecord(web);
  addRecordLog(web);
  addTransparencyReport(web);
  addFeeds(web);
  addDesk(web);
  addStaticPages(web);
  addMissingSlash(web);
  addReadOnly(web, showError);
  return web;
}

/** PostgreSQL has no text with a NUL in it: no address of a page has one either. */
function refuseNul({ app }: Web, showError: ShowError): void {
  app.use(async (c, next) => {
    if (!/%00/.test(c.req.url)) return next();
    return showError(c, { status: 400, sentence: 'The address has a character in it that no address has.' });
  });
}

/** What can only be read says so to whoever sends something there. */
function addReadOnly({ app }: Web, showError: ShowError): void {
  app.all('*', async (c, next) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
    const read = await app.request(new Request(c.req.url, { method: 'HEAD' }));
    if (read.status === 404) return next();
    const response = await showError(c, {
      status: 405,
      sentence: `This address can only be read: it takes GET, not ${c.req.method}.`,
    });
    response.headers.set('allow', 'GET, HEAD');
    return response;
  });
}

/** An address without its last slash leads to the one with it. */
function addMissingSlash({ app }: Web): void {
  app.get('*', async (c, next) => {
    const url = new URL(c.req.url);
    const isFile = /\.[a-z]+$/.test(url.pathname);
    if (url.pathname.endsWith('/') || isFile || isApiPath(url.pathname)) return next();
    const withSlash = await app.request(
      new Request(`${url.origin}${url.pathname}/${url.search}`, { method: 'HEAD' }),
    );
    return withSlash.status === 404 ? next() : c.redirect(`${url.pathname}/${url.search}`, 301);
  });
}
