import type { Context } from 'hono';
import { countCorrections, listCorrections } from '../articles/corrections/queries.ts';
import { readPublication } from '../publication/queries.ts';
import { publicStamp } from '../record/queries.ts';
import { sendPage, type Web } from '../web/site-app.ts';
import { paths } from '../web/ui/site-paths.ts';
import { htmlPage } from './html-page.ts';
import { CorrectionsPage } from './pages/corrections-page.tsx';

const perPage = 20;

/** `/corrections/`: what was said of articles after they were published, newest first. */
export function addCorrections({ app, site, pages: cache }: Web): void {
  const db = site.store.read;
  const send = async (c: Context, page: number) => {
    const make = async () => {
      const total = await countCorrections(db);
      const pages = Math.max(1, Math.ceil(total / perPage));
      if (page > pages) return null;
      const corrections = await listCorrections(db, { limit: perPage, offset: (page - 1) * perPage });
      const publication = await readPublication(site);
      return htmlPage(<CorrectionsPage {...{ publication, corrections, total, page, pages }} />);
    };
    return (await sendPage(c, cache, { stamp: () => publicStamp(db), make })) ?? c.notFound();
  };
  app.get(paths.corrections, (c) => send(c, 1));
  app.get(`${paths.corrections}page/:page{[1-9]\\d{0,5}}/`, (c) => send(c, Number(c.req.param('page'))));
}
