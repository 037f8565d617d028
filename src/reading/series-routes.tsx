import type { Context } from 'hono';
import { articlesById } from '../articles/queries.ts';
import { movedSeriesPath, publishedParts, readSeries } from '../articles/series/queries.ts';
import { seriesPath } from '../articles/series/series.ts';
import { summariseArticles } from '../comments/view-article.ts';
import { markdownToHtml } from '../lib/markdown.ts';
import { readPublication } from '../publication/queries.ts';
import { publicStamp } from '../record/queries.ts';
import type { Site } from '../site.ts';
import type { Page } from '../web/page-cache.ts';
import { sendPage, type Web } from '../web/site-app.ts';
import { htmlPage } from './html-page.ts';
import { SeriesPage } from './pages/series-page.tsx';

const perPage = 20;

/** `/series/…/`: its published parts in their order. An address that a series had leads to it. */
export function addSeries({ app, site, pages }: Web): void {
  const db = site.store.read;
  const send = async (c: Context, page: number) => {
    const slug = c.req.param('slug') ?? '';
    const moved = await movedSeriesPath(db, slug);
    if (moved !== null)
      return c.redirect(moved + new URL(c.req.url).pathname.split('/').slice(3).join('/'), 301);
    const make = () => draw(site, { slug, page });
    return (await sendPage(c, pages, { stamp: () => publicStamp(db), make })) ?? c.notFound();
  };
  app.get('/series/:slug/', (c) => send(c, 1));
  app.get('/series/:slug/page/:page{[1-9]\\d{0,5}}/', (c) => send(c, Number(c.req.param('page'))));
}

async function draw(site: Site, { slug, page }: { slug: string; page: number }): Promise<Page | null> {
  const db = site.store.read;
  const series = await readSeries(db, { slug });
  const ids = series ? await publishedParts(db, series.id) : [];
  const pages = Math.ceil(ids.length / perPage);
  if (!series || page > pages) return null;
  const first = (page - 1) * perPage;
  const shown = ids.slice(first, first + perPage);
  const rows = new Map((await articlesById(db, shown)).map((row) => [row.id, row]));
  const parts = await summariseArticles(
    site,
    shown.flatMap((id) => rows.get(id) ?? []),
  );
  const introduction = series.introduction === '' ? null : markdownToHtml(series.introduction, 'article');
  const view = { title: series.title, path: seriesPath(slug), introduction };
  const publication = await readPublication(site);
  return htmlPage(
    <SeriesPage
      {...{ publication, parts, page, pages }}
      series={view}
      first={first + 1}
      total={ids.length}
    />,
  );
}
