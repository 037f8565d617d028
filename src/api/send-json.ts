import type { Context } from 'hono';
import { BuiltPage, type Page } from '../web/page-cache.ts';
import type { Web } from '../web/site-app.ts';
import { readableAnywhere } from './problem.ts';

/**
 * Sends what everybody gets alike, kept until something changes where the address has no parameters; null for
 * nothing there. It is kept beside the pages, but under a key that is no address: what the server answers straight
 * from memory would lack the header by which pages of other origins may read it.
 */
export async function sendJson(
  { pages }: Web,
  c: Context,
  make: () => Promise<object | null>,
): Promise<Response | null> {
  const { pathname, search } = new URL(c.req.url);
  const key = `json ${pathname}`;
  const built = search === '' ? (pages.fresh(key) ?? (await pages.build(key, page))) : await once(page);
  return built && respond(c, built);

  async function page(): Promise<Page | null> {
    const content = await make();
    return content && { body: JSON.stringify(content), type: 'application/json' };
  }
}

async function once(make: () => Promise<Page | null>): Promise<BuiltPage | null> {
  const page = await make();
  return page && new BuiltPage(page, 0, 0);
}

function respond(c: Context, page: BuiltPage): Response {
  const variant = page.variant(c.req.header('accept-encoding'));
  const headers = new Headers(readableAnywhere);
  for (const [name, value] of Object.entries(variant.headers)) headers.set(name, String(value));
  if (!page.isKnown(c.req.header('if-none-match'), c.req.header('if-modified-since')))
    return new Response(c.req.method === 'HEAD' ? null : new Uint8Array(variant.bytes), { headers });
  headers.delete('content-length');
  return new Response(null, { status: 304, headers });
}
