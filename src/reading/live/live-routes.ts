import type { ServerResponse } from 'node:http';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Context } from 'hono';
import { readArticle } from '../../articles/queries.ts';
import { clientAddress } from '../../web/client-address.ts';
import { securityHeaders } from '../../web/security.ts';
import type { ShowError, Web } from '../../web/site-app.ts';
import { articlePathOf, articlePattern } from '../article-path.ts';
import { Live } from './live.ts';

const tooMany =
  'Too many readers are waiting for responses here just now. The page itself stands: load it again.';

/**
 * `…/responses/live`: which numbers are new, as server-sent events (WHATWG HTML, 9.2). The id of an event is the newest
 * number; `Last-Event-ID`, or `?after=`, says what a reader has.
 */
export function addLive({ app, site, closing }: Web, showError: ShowError): void {
  const live = new Live(site);
  closing.add(() => live.close());

  app.get(`${articlePattern}responses/live`, async (c) => {
    const article = await readArticle(site.store.read, { path: articlePathOf(c) });
    if (!article) return c.notFound();
    const address = clientAddress(c, site.config);
    const { outgoing } = c.env as { outgoing?: ServerResponse };
    if (!outgoing || !live.hasRoom(address)) {
      const refused = await showError(c, { status: 503, sentence: tooMany });
      refused.headers.set('retry-after', '60');
      return refused;
    }
    outgoing.writeHead(200, headers);
    if (c.req.method === 'HEAD') outgoing.end();
    else await live.add(outgoing, { address, article, after: numberKnown(c, article.lastNumber) });
    return RESPONSE_ALREADY_SENT;
  });
}

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no', // nginx would keep the events back
  ...securityHeaders,
};

/** The newest number that the reader has; all of them where they do not say. */
function numberKnown(c: Context, last: number): number {
  const said = c.req.header('last-event-id') ?? c.req.query('after') ?? '';
  return /^\d{1,9}$/.test(said) ? Number(said) : last;
}
