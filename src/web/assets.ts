import type { Context } from 'hono';
import { sendPage, type Web } from './site-app.ts';
import { scripts } from './ui/scripts.ts';
import { deskStyle, lateStyle, style } from './ui/styles.ts';

const headers = { 'cache-control': 'public, max-age=31536000, immutable' };

/** The style sheets and scripts of all pages. */
export function addAssets({ app, pages }: Web): void {
  const send = async (c: Context, file: { href: string; type: string; load: () => Promise<string> }) => {
    const make = async () => ({ body: await file.load(), type: file.type, headers });
    return (await sendPage(c, pages, { stamp: async () => file.href, make })) ?? c.notFound();
  };
  for (const { href, text } of [style, deskStyle, lateStyle])
    app.get(href, (c) => send(c, { href, type: 'text/css; charset=utf-8', load: async () => text }));
  for (const { href, load } of Object.values(scripts))
    app.get(href, (c) => send(c, { href, type: 'text/javascript; charset=utf-8', load }));
}
