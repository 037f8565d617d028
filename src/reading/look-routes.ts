import { lookSheet } from '../publication/look.ts';
import { readSettings } from '../publication/queries.ts';
import { sendPage, type Web } from '../web/site-app.ts';

const headers = { 'cache-control': 'public, max-age=31536000, immutable' };
const type = 'text/css; charset=utf-8';

/** The style sheet of the publication's own look, at an address that changes with it. An older one leads to it. */
export function addLook({ app, site, pages }: Web): void {
  app.get('/assets/:file{look-[0-9a-f]{12}\\.css}', async (c) => {
    const sheet = lookSheet(await readSettings(site));
    if (sheet === null) return c.notFound();
    if (sheet.href !== c.req.path) return c.redirect(sheet.href, 302);
    const make = async () => ({ body: sheet.text, type, headers });
    return (await sendPage(c, pages, { stamp: async () => sheet.href, make })) ?? c.notFound();
  });
}
