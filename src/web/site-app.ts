import type { Context, Hono } from 'hono';
import { Hono as HonoApp } from 'hono';
import type { Site } from '../site.ts';
import type { Bindings } from './client-address.ts';
import { BuiltPage, PageCache, type Recipe } from './page-cache.ts';
import { isForged, withSecurityHeaders } from './security.ts';
import { noteApp } from './taken-addresses.ts';

/** What routes are added to: the application, and the pages that everybody gets alike. */
export type Web = {
  app: Hono<{ Bindings: Bindings }>;
  site: Site;
  pages: PageCache;
  /** Called when the server stops: what would not end by itself is ended. */
  closing: Set<() => void>;
};

/** How a refusal that no route has words for is shown: as a page, or (for the API) as problem details. */
export type ShowError = (
  c: Context,
  error: { status: 400 | 403 | 404 | 405 | 410 | 413 | 415 | 500 | 503; sentence: string },
) => Promise<Response>;

/** The HTTP edge without any route. Forged origins are turned away here, faults become one 500 here. */
export function createWeb(site: Site, showError: ShowError): Web {
  const app = new HonoApp<{ Bindings: Bindings }>();
  noteApp(site, app);
  app.use(withSecurityHeaders);
  app.use(async (c, next) => {
    if (!isForged(c, site.config)) return next();
    return showError(c, {
      status: 403,
      sentence:
        'This was not sent from a page of this publication. Go back, load the page again and send it from there.',
    });
  });
  app.get('/healthz', (c) => c.text('ok\n', 200, { 'cache-control': 'no-store' }));
  app.get('/favicon.ico', (c) => c.body(null, 204, { 'cache-control': 'public, max-age=86400' }));
  app.notFound((c) => showError(c, { status: 404, sentence: 'There is nothing at this address.' }));
  app.onError((error, c) => {
    site.log.error({ err: error, method: c.req.method, path: c.req.path }, 'a request failed');
    return showError(c, {
      status: 500,
      sentence: 'Something went wrong here, not with you. It has been noted. Try again in a moment.',
    });
  });
  return { app, site, pages: new PageCache(site.store.version), closing: new Set() };
}

/**
 * Sends a page that is the same for everybody, kept while what it is made of does not change; null where there is
 * none. Addresses with a query are not kept: there is no end to them.
 */
export async function sendPage(c: Context, pages: PageCache, recipe: Recipe): Promise<Response | null> {
  const { pathname, search } = new URL(c.req.url);
  const page = search === '' ? await pages.get(pathname, recipe) : await unkept(recipe);
  return page && respond(c, page);
}

async function unkept({ make }: Recipe): Promise<BuiltPage | null> {
  const page = await make();
  return page && new BuiltPage(page, { version: 0, stamp: '' });
}

function respond(c: Context, page: BuiltPage): Response {
  const variant = page.variant(c.req.header('accept-encoding'));
  const headers = Object.fromEntries(
    Object.entries(variant.headers).map(([name, value]) => [name, String(value)]),
  );
  if (page.isKnown(c.req.header('if-none-match'), c.req.header('if-modified-since'))) {
    const { 'content-length': _, ...rest } = headers;
    return new Response(null, { status: 304, headers: rest });
  }
  return new Response(c.req.method === 'HEAD' ? null : new Uint8Array(variant.bytes), { headers });
}

/** Answers 405 for the methods that a path does not know, with those it does. */
export function onlyMethods({ app }: Web, path: string, allowed: string[], showError: ShowError): void {
  app.all(path, async (c) => {
    const response = await showError(c, {
      status: 405,
      sentence: `This address takes ${allowed.join(' or ')}, not ${c.req.method}.`,
    });
    response.headers.set('allow', allowed.join(', '));
    return response;
  });
}
