import type { Context } from 'hono';
import { publicStamp } from '../record/queries.ts';
import { sendPage, type Web } from '../web/site-app.ts';
import { readableAnywhere } from './problem.ts';

/**
 * Sends what everybody gets alike, kept as pages are; null for nothing there. `vary` where whoever brings a token gets
 * another answer at the same address.
 */
export function sendJson(
  { pages, site }: Web,
  c: Context,
  { make, headers = {} }: { make: () => Promise<object | null>; headers?: Record<string, string> },
): Promise<Response | null> {
  return sendPage(c, pages, {
    stamp: () => publicStamp(site.store.read),
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
