import type { Context } from 'hono';
import { marksOf } from '../articles/touch-page.ts';
import { publicStamp } from '../record/queries.ts';
import { sendPage, type Web } from '../web/site-app.ts';
import { readableAnywhere } from './problem.ts';

/**
 * Sends what everybody gets alike, kept as pages are; null for nothing there. `vary` where whoever brings a token gets
 * another answer at the same address; `articleId` where it shows what is derived of an article.
 */
export function sendJson(
  { pages, site }: Web,
  c: Context,
  { make, headers = {}, articleId }: Sent,
): Promise<Response | null> {
  return sendPage(c, pages, {
    stamp: async () => {
      const record = await publicStamp(site.store.read);
      return articleId === undefined ? record : `${record} ${await marksOf(site.store.read, articleId)}`;
    },
    async make() {
      const content = await make();
      return (
        content && {
          body: JSON.stringify(content),
          type: 'application/json',
          headers: { ...readableAnywhere, ...headers },
        }
      );
    },
  });
}

type Sent = { make: () => Promise<object | null>; headers?: Record<string, string>; articleId?: string };
