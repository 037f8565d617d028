import type { Context } from 'hono';
import { articleStamp, readArticle } from '../articles/queries.ts';
import type { HistoryView } from '../articles/revisions/history-view.ts';
import { viewComparison, viewHistory } from '../articles/revisions/view-history.ts';
import { readPublication } from '../publication/queries.ts';
import { sendPage, type Web } from '../web/site-app.ts';
import { articlePathOf, articlePattern } from './article-path.ts';
import { htmlPage } from './html-page.ts';
import { HistoryPage } from './pages/history-page.tsx';

type Missing = (c: Context) => Response | Promise<Response>;

/** `…/history/`: every published version of an article, and what changed from each to the next. */
export function addHistory({ app, site, pages }: Web, missing: Missing): void {
  const db = site.store.read;
  const send = async (c: Context, page: number) => {
    const path = articlePathOf(c);
    const make = async () => {
      const article = await readArticle(db, { path });
      if (!article) return null;
      const asked = askedFor(c);
      const history: HistoryView | null = asked
        ? await viewComparison(site.store, article, asked)
        : await viewHistory(site.store, article, page);
      if (!history) return null;
      return htmlPage(<HistoryPage publication={await readPublication(site)} history={history} />);
    };
    return (await sendPage(c, pages, { stamp: () => articleStamp(db, path), make })) ?? missing(c);
  };
  app.get(`${articlePattern}history/`, (c) => send(c, 1));
  app.get(`${articlePattern}history/page/:page{[1-9]\\d{0,5}}/`, (c) => send(c, Number(c.req.param('page'))));
}

/** The two versions that a query names, or null where it names none: then the list is meant. */
function askedFor(c: Context): { from: number; to: number } | null {
  const [from = '', to = ''] = [c.req.query('from'), c.req.query('to')];
  if (from === '' && to === '') return null;
  const number = (text: string) => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : 0);
  return { from: number(from), to: number(to) };
}
