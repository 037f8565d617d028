import type { Context } from 'hono';
import {
  type ArticleList,
  countArticles,
  listArticles,
  listTags,
  pinnedArticles,
  readArticle,
  readAuthor,
} from '../articles/queries.ts';
import { movedTagPath, readTag } from '../articles/tags/queries.ts';
import { latestComments } from '../comments/comment-summaries.ts';
import { summariseArticles } from '../comments/view-article.ts';
import { textOf } from '../lib/clean-html.ts';
import { readPublication } from '../publication/queries.ts';
import { publicStamp } from '../record/queries.ts';
import type { Site } from '../site.ts';
import type { Page } from '../web/page-cache.ts';
import { sendPage, type Web } from '../web/site-app.ts';
import { htmlPage } from './html-page.ts';
import { inMonth, listMonths, monthBounds } from './months.ts';
import { FrontPage } from './pages/front-page.tsx';
import { ArchivePage, TagsPage } from './pages/index-pages.tsx';
import { ListPage, type ListSubject } from './pages/list-page.tsx';

const perPage = 20;

/** The front page and everything that is a list of articles. */
export function addLists(web: Web): void {
  const { app, pages, site } = web;
  const send = async (c: Context, make: () => Promise<Page | null>) =>
    (await sendPage(c, pages, { stamp: () => publicStamp(site.store.read), make })) ?? c.notFound();
  const page = (c: Context) => Number(c.req.param('page') ?? 1);

  app.get('/', (c) => send(c, () => frontPage(web, 1)));
  app.get('/page/:page{[1-9]\\d{0,5}}/', (c) => send(c, () => frontPage(web, page(c))));
  app.get('/archive/', (c) => send(c, () => archivePage(web)));
  app.get('/tags/', (c) => send(c, () => tagsPage(web)));
  for (const path of ['/tag/:slug/', '/tag/:slug/page/:page{[1-9]\\d{0,5}}/'])
    app.get(path, async (c) => {
      const slug = c.req.param('slug') ?? '';
      const moved = await movedTagPath(site.store.read, slug);
      if (moved !== null)
        return c.redirect(moved + new URL(c.req.url).pathname.split('/').slice(3).join('/'), 301);
      return send(c, () => tagPage(web, slug, page(c)));
    });
  for (const path of ['/author/:slug/', '/author/:slug/page/:page{[1-9]\\d{0,5}}/'])
    app.get(path, (c) => send(c, () => authorPage(web, c.req.param('slug') ?? '', page(c))));
  const month = '/:year{\\d{4}}/:month{(?:0[1-9]|1[0-2])}/';
  for (const path of [month, `${month}page/:page{[1-9]\\d{0,5}}/`])
    app.get(path, (c) =>
      send(c, () =>
        monthPage(web, {
          year: Number(c.req.param('year')),
          month: Number(c.req.param('month')),
          page: page(c),
        }),
      ),
    );
}

async function frontPage({ site }: Web, page: number): Promise<Page | null> {
  const db = site.store.read;
  const total = await countArticles(db);
  const pages = Math.max(1, Math.ceil(total / perPage));
  if (page > pages) return null;
  const pinned = page === 1 ? await pinnedArticles(db, site.clock.now().toISOString()) : [];
  const first = new Set(pinned.map(({ id }) => id));
  const newest = await listArticles(db, { limit: perPage, offset: (page - 1) * perPage });
  const rows = [...pinned, ...newest.filter(({ id }) => !first.has(id))];
  return htmlPage(
    <FrontPage
      publication={await readPublication(site)}
      articles={await summariseArticles(site, rows)}
      pinned={first}
      opening={page === 1 ? await openingOf(site, rows[0]?.id) : []}
      latestResponses={page === 1 ? await latestComments(db, { limit: 5 }) : []}
      tags={await listTags(db)}
      months={await listMonths(site)}
      page={page}
      pages={pages}
    />,
  );
}

/** The first three paragraphs of the article that leads. */
async function openingOf(site: Site, id: string | undefined): Promise<string[]> {
  const lead = id === undefined ? null : await readArticle(site.store.read, { id });
  return lead ? textOf(lead.html).split('\n\n').slice(0, 3) : [];
}

async function archivePage({ site }: Web): Promise<Page> {
  return htmlPage(<ArchivePage publication={await readPublication(site)} months={await listMonths(site)} />);
}

async function tagsPage({ site }: Web): Promise<Page> {
  return htmlPage(
    <TagsPage publication={await readPublication(site)} tags={await listTags(site.store.read)} />,
  );
}

async function tagPage(web: Web, slug: string, page: number): Promise<Page | null> {
  const tag = await readTag(web.site.store.read, slug);
  return tag && listPage(web, { list: { kind: 'tag', ...tag }, filter: { tagSlug: slug }, page });
}

async function authorPage(web: Web, slug: string, page: number): Promise<Page | null> {
  const author = await readAuthor(web.site.store.read, slug);
  return author && listPage(web, { list: { kind: 'author', ...author }, filter: { authorSlug: slug }, page });
}

type Listed = { list: ListSubject; filter: Omit<ArticleList, 'limit'>; page: number };

async function listPage({ site }: Web, { list, filter, page }: Listed): Promise<Page | null> {
  const db = site.store.read;
  const total = await countArticles(db, filter);
  const pages = Math.ceil(total / perPage);
  if (page > pages) return null;
  const rows = await listArticles(db, { ...filter, limit: perPage, offset: (page - 1) * perPage });
  const articles = await summariseArticles(site, rows);
  const publication = await readPublication(site);
  return htmlPage(<ListPage {...{ publication, list, articles, total, page, pages }} />);
}

async function monthPage(
  { site }: Web,
  { year, month, page }: { year: number; month: number; page: number },
): Promise<Page | null> {
  const publication = await readPublication(site);
  const around = await listArticles(site.store.read, { between: monthBounds(year, month), limit: 10_000 });
  const rows = around.filter((row) => inMonth(row.publishedAt, publication.timeZone, { year, month }));
  const pages = Math.ceil(rows.length / perPage);
  if (page > pages) return null;
  const articles = await summariseArticles(site, rows.slice((page - 1) * perPage, page * perPage));
  const path = `/${year}/${String(month).padStart(2, '0')}/`;
  const list: ListSubject = { kind: 'month', year, month, path };
  return htmlPage(<ListPage {...{ publication, list, articles, total: rows.length, page, pages }} />);
}
