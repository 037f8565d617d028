import type { Context } from 'hono';
import { listCorrections } from '../articles/corrections/queries.ts';
import { firstPaths } from '../articles/lasting/queries.ts';
import { countArticles, listArticles, readArticle } from '../articles/queries.ts';
import { seriesSeen } from '../articles/series/queries.ts';
import { seriesPath } from '../articles/series/series.ts';
import { movedTagPath, readTag } from '../articles/tags/queries.ts';
import { latestComments } from '../comments/comment-summaries.ts';
import { commentsBetween } from '../comments/thread-queries.ts';
import { viewArticle } from '../comments/view-article.ts';
import { textOf } from '../lib/clean-html.ts';
import { foldSpace } from '../lib/fold-text.ts';
import type { PublicationView } from '../publication/publication-view.ts';
import { readPublication } from '../publication/queries.ts';
import { staticPages } from '../publication/static-pages/queries.ts';
import { staticPagePath } from '../publication/static-pages/static-page.ts';
import { checkpointToGive } from '../record/log/log.ts';
import { newestEntries, publicStamp } from '../record/queries.ts';
import type { Site } from '../site.ts';
import type { Page } from '../web/page-cache.ts';
import { sendPage, type Web } from '../web/site-app.ts';
import { paths } from '../web/ui/site-paths.ts';
import { address } from './addresses.ts';
import { atomFeed } from './atom.ts';
import { correctionsFeed } from './corrections-feed.ts';
import { articleItem, commentItem, type Feed, type FeedItem, type FeedTarget, itemId } from './feed.ts';
import { jsonFeed } from './json-feed.ts';
import { mediaTypes } from './media-types.ts';
import { newsSitemap } from './news-sitemap.ts';
import { robotsTxt, sitemapPaths } from './robots.ts';
import { rssFeed } from './rss.ts';
import { sitemap, sitemapIndex, sitemapParts } from './sitemap.ts';
import { addWaitingFeed } from './waiting-route.ts';

const mostItems = 20;
const mostResponses = 50;

type Write = { text: (publication: PublicationView, feed: Feed) => string; type: string };
const rss: Write = { text: rssFeed, type: mediaTypes.rss };
const atom: Write = { text: atomFeed, type: mediaTypes.atom };
const json: Write = { text: jsonFeed, type: mediaTypes.jsonFeed };

/** Feeds of the site, its responses, each article and each tag; sitemaps and robots.txt. */
export function addFeeds(web: Web): void {
  const { app, pages, site } = web;
  addWaitingFeed(web);
  const send = async (c: Context, make: () => Promise<Page | null>) =>
    (await sendPage(c, pages, { stamp: () => publicStamp(site.store.read), make })) ?? c.notFound();
  const feed = (paths: string[], write: Write, read: (c: Context) => Promise<Feed | null>) => {
    for (const path of paths) app.get(path, (c) => send(c, () => feedPage(site, write, () => read(c))));
  };
  const own = (c: Context) => new URL(c.req.url).pathname;

  feed(['/feed/', '/feed/rss/', '/feed/rss2/'], rss, (c) => articlesFeed(site, { selfPath: own(c) }));
  feed(['/feed/atom/'], atom, (c) => articlesFeed(site, { selfPath: own(c) }));
  feed(['/feed.json'], json, (c) => articlesFeed(site, { selfPath: own(c) }));
  feed(['/comments/feed/'], rss, (c) => responsesFeed(site, own(c)));
  feed(['/comments/feed/atom/'], atom, (c) => responsesFeed(site, own(c)));
  const corrected = async (c: Context) =>
    correctionsFeed(
      await readPublication(site),
      await listCorrections(site.store.read, { limit: mostItems }),
      own(c),
    );
  feed([paths.correctionsFeed], rss, corrected);
  feed([paths.correctionsAtom], atom, corrected);
  feed([paths.correctionsJson], json, corrected);
  app.use('/tag/:slug/*', async (c, next) => {
    const moved = await movedTagPath(site.store.read, c.req.param('slug') ?? '');
    return moved === null ? next() : c.redirect(moved + own(c).split('/').slice(3).join('/'), 301);
  });
  const tag = (c: Context) => articlesFeed(site, { selfPath: own(c), tagSlug: c.req.param('slug') ?? '' });
  feed(['/tag/:slug/feed/'], rss, tag);
  feed(['/tag/:slug/feed/atom/'], atom, tag);
  feed(['/tag/:slug/feed.json'], json, tag);
  const article = '/:year{\\d{4}}/:month{\\d\\d}/:day{\\d\\d}/:slug/';
  const thread = (c: Context) => threadFeed(site, own(c).replace(/feed(?:\/atom\/|\.json|\/)$/, ''), own(c));
  feed([`${article}feed/`], rss, thread);
  feed([`${article}feed/atom/`], atom, thread);
  feed([`${article}feed.json`], json, thread);

  const text = (type: string, make: (publication: PublicationView) => Promise<string>) => (c: Context) =>
    send(c, async () => ({ type, body: await make(await readPublication(site)) }));
  app.get(
    '/robots.txt',
    text(mediaTypes.robots, async (publication) => robotsTxt(publication)),
  );
  app.get(
    sitemapPaths.all,
    text(mediaTypes.sitemap, (publication) => wholeSitemap(site, publication)),
  );
  app.get('/:file{sitemap-[1-9]\\d{0,3}\\.xml}', (c) =>
    send(c, async () => {
      const part = sitemapParts(await sitemapUrls(site))[Number(c.req.param('file').replace(/\D/g, '')) - 1];
      return part ? { type: mediaTypes.sitemap, body: sitemap(await readPublication(site), part) } : null;
    }),
  );
  app.get(
    sitemapPaths.news,
    text(mediaTypes.sitemap, async (publication) => {
      const now = site.clock.now();
      const from = new Date(now.getTime() - 2 * 86_400_000).toISOString();
      const recent = await listArticles(site.store.read, {
        limit: 1000,
        between: { from, to: '9999' },
      });
      return newsSitemap(
        publication,
        recent.map((row) => ({ ...row, responses: 0, open: true })),
        now,
      );
    }),
  );
}

async function feedPage(site: Site, write: Write, read: () => Promise<Feed | null>): Promise<Page | null> {
  const feed = await read();
  if (!feed) return null;
  const checkpoint = await checkpointToGive(site, { upTo: 'public' });
  const body = write.text(await readPublication(site), { ...feed, checkpoint });
  const lastModified = await lastChange(site);
  return { body, type: write.type, ...(lastModified ? { lastModified } : {}) };
}

/**
 * When readers last saw anything change, removals too, in whole seconds. None while that second may not be over:
 * another change within it would hide behind the date.
 */
async function lastChange(site: Site): Promise<string | null> {
  const [newestEntry] = await newestEntries(site.store.read, {
    visibility: 'public',
    actions: null,
    limit: 1,
  });
  if (!newestEntry) return null;
  const at = Math.ceil(Date.parse(newestEntry.at) / 1000) * 1000;
  return site.clock.now().getTime() - at > 2000 ? new Date(at).toUTCString() : null;
}

/** When the newest item changed; before there is one, the moment from which the publication could be read. */
function newest(items: FeedItem[]): string {
  const times = items.map((item) => item.updatedAt).sort();
  return times.at(-1) ?? new Date(0).toISOString();
}

async function articlesFeed(
  site: Site,
  { selfPath, tagSlug }: { selfPath: string; tagSlug?: string },
): Promise<Feed | null> {
  const db = site.store.read;
  const publication = await readPublication(site);
  const tag = tagSlug === undefined ? null : await readTag(db, tagSlug);
  if (tagSlug !== undefined && !tag) return null;
  const rows = await listArticles(db, { limit: mostItems, ...(tagSlug === undefined ? {} : { tagSlug }) });
  const firsts = await firstPaths(
    db,
    rows.map(({ id }) => id),
  );
  const items: FeedItem[] = [];
  for (const { id } of rows) {
    const full = await readArticle(db, { id });
    const first = firsts.get(id);
    const guid = first === undefined ? null : address(publication, first);
    if (full) items.push(articleItem(publication, { ...(await viewArticle(site, full)), guid }));
  }
  return {
    title: tag ? `${tag.name} – ${publication.title}` : publication.title,
    description: tag?.introduction ? foldSpace(textOf(tag.introduction)) : publication.tagline,
    path: tag?.path ?? '/',
    selfPath,
    updatedAt: newest(items),
    items,
  };
}

async function responsesFeed(site: Site, selfPath: string): Promise<Feed> {
  const publication = await readPublication(site);
  const latest = await latestComments(site.store.read, { limit: mostResponses });
  const items = latest.map((comment) =>
    commentItem(publication, {
      ...comment,
      inReplyTo: answered(publication, comment.article.path, comment.inReplyTo),
    }),
  );
  return {
    title: `Responses – ${publication.title}`,
    description: publication.tagline,
    path: '/',
    selfPath,
    updatedAt: newest(items),
    items,
  };
}

async function threadFeed(site: Site, path: string, selfPath: string): Promise<Feed | null> {
  const db = site.store.read;
  const found = await readArticle(db, { path });
  if (!found) return null;
  const publication = await readPublication(site);
  const comments = await commentsBetween(db, found, {
    from: Math.max(1, found.lastNumber - mostResponses + 1),
    to: found.lastNumber,
  });
  const items = comments.flatMap((comment) => {
    if (comment.state !== 'published') return [];
    const article = { title: found.title, path };
    const inReplyTo = answered(publication, path, comment.inReplyTo?.number ?? null);
    return [commentItem(publication, { ...comment, article, inReplyTo })];
  });
  items.reverse();
  return {
    title: `Responses to “${found.title}” – ${publication.title}`,
    description: found.standfirst ?? '',
    path,
    selfPath,
    updatedAt: items.length > 0 ? newest(items) : found.updatedAt,
    items,
  };
}

function answered(
  publication: PublicationView,
  articlePath: string,
  number: number | null,
): FeedTarget | null {
  if (number === null) return null;
  const path = `${articlePath}responses/${number}/`;
  return { id: itemId(publication, path), path };
}

async function sitemapUrls(site: Site): Promise<{ path: string; updatedAt: string }[]> {
  const total = await countArticles(site.store.read);
  const rows = await listArticles(site.store.read, { limit: Math.max(1, total) });
  const own = await staticPages(site.store.read);
  const series = await seriesSeen(site.store.read);
  const newestAt = rows[0]?.publishedAt ?? new Date(0).toISOString();
  return [
    { path: '/', updatedAt: newestAt },
    ...rows.map((row) => ({ path: row.path, updatedAt: row.publishedAt })),
    ...series.map(({ slug, changedAt }) => ({ path: seriesPath(slug), updatedAt: changedAt })),
    ...own.map(({ slug, changedAt }) => ({ path: staticPagePath(slug), updatedAt: changedAt })),
  ];
}

async function wholeSitemap(site: Site, publication: PublicationView): Promise<string> {
  const parts = sitemapParts(await sitemapUrls(site));
  const [only] = parts;
  if (parts.length <= 1) return sitemap(publication, only ?? []);
  return sitemapIndex(
    publication,
    parts.map((part, index) => ({
      path: `/sitemap-${index + 1}.xml`,
      updatedAt: part[0]?.updatedAt ?? new Date(0).toISOString(),
    })),
  );
}
