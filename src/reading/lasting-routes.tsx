import type { Context } from 'hono';
import { readLasting, type Withdrawal } from '../articles/lasting/queries.ts';
import { dayText } from '../lib/dates.ts';
import { readPublication } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import type { Web } from '../web/site-app.ts';
import { renderPage } from '../web/ui/render-page.ts';
import { articlePathOf, articlePattern } from './article-path.ts';
import { WithdrawnPage } from './pages/withdrawn-page.tsx';

/**
 * Whatever no route finds at an article's address or below it: an article that has moved is led to (301; 308 for what
 * is sent, so that no word is lost), one that was withdrawn is gone (410, with the note). To be added before the
 * routes below that address.
 */
export function addLasting({ app, site }: Web): void {
  app.use(`${articlePattern}*`, async (c, next) => {
    await next();
    if (c.res.status !== 404) return;
    const path = articlePathOf(c);
    const found = await readLasting(site.store.read, path);
    if (found === null) return;
    const answer = found.kind === 'moved' ? moved(c, path, found.path) : await gone(site, found);
    c.res = undefined; // else the headers of the 404 would be kept
    c.res = answer;
  });
}

function moved(c: Context, from: string, to: string): Response {
  const { pathname, search } = new URL(c.req.url);
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD';
  const location = to + pathname.slice(from.length) + search;
  return new Response(null, { status: isRead ? 301 : 308, headers: { location } });
}

async function gone(site: Site, { at, note }: Withdrawal): Promise<Response> {
  const publication = await readPublication(site);
  const page = <WithdrawnPage publication={publication} day={dayText(at, publication)} note={note} />;
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(renderPage(page), { status: 410, headers });
}
