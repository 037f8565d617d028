import type { Context } from 'hono';
import { compareBlocks } from '../articles/revisions/compare.ts';
import { dayText } from '../lib/dates.ts';
import { markdownToHtml } from '../lib/markdown.ts';
import { blocksOf } from '../lib/text-blocks.ts';
import { illustrate } from '../pictures/expand-pictures.ts';
import { readPublication } from '../publication/queries.ts';
import {
  type DeskStaticPage,
  type PageVersion,
  type PageWithdrawal,
  pageVersions,
  readStaticPage,
} from '../publication/static-pages/queries.ts';
import { staticPagePath } from '../publication/static-pages/static-page.ts';
import { publicStamp } from '../record/queries.ts';
import type { Site } from '../site.ts';
import { sendPage, type Web } from '../web/site-app.ts';
import { renderPage } from '../web/ui/render-page.ts';
import { wordingFor } from '../web/ui/wording.ts';
import { htmlPage } from './html-page.ts';
import { DocumentPage, DocumentVersionPage } from './pages/document-pages.tsx';
import { WithdrawnStaticPage } from './pages/withdrawn-static-page.tsx';

/** Pages of the publication's own, each wording with its days. To be added last: whatever else answers goes before. */
export function addStaticPages({ app, site, pages }: Web): void {
  const send = async (c: Context, next: () => Promise<void>, number: number | null) => {
    const page = await readStaticPage(site.store.read, { slug: c.req.param('slug') ?? '' });
    if (page === null) return next();
    if (page.withdrawal) return gone(site, page.withdrawal);
    const make = async () => {
      const drawn = await draw(site, page, number);
      return drawn && htmlPage(drawn);
    };
    return (await sendPage(c, pages, { stamp: () => publicStamp(site.store.read), make })) ?? c.notFound();
  };
  app.get('/:slug/', (c, next) => send(c, next, null));
  app.get('/:slug/versions/:number{[1-9]\\d{0,5}}/', (c, next) =>
    send(c, next, Number(c.req.param('number'))),
  );
}

async function draw(site: Site, page: DeskStaticPage, number: number | null) {
  const publication = await readPublication(site);
  const versions = await pageVersions(site.store.read, page.id);
  const { staticPage: say } = wordingFor(publication.locale);
  const shown = { publication, path: staticPagePath(page.slug), versions, earlierNote: say.earlierNote };
  const version = number === null ? page : versions[number - 1];
  if (!version) return null;
  const { html } = await illustrate(site.store.read, htmlOf(version));
  const { title } = version;
  if (!('number' in version)) return <DocumentPage {...shown} {...{ title, html }} />;
  const changes = changesOf(versions[version.number - 2], version);
  return <DocumentVersionPage {...shown} {...{ title, html, version, changes }} />;
}

const htmlOf = ({ source }: { source: string }) => markdownToHtml(source, 'article');

function changesOf(before: PageVersion | undefined, version: PageVersion) {
  if (!before) return null;
  const blocks = compareBlocks(blocksOf(htmlOf(before)), blocksOf(htmlOf(version)));
  return { from: before.number, to: version.number, blocks, cut: false };
}

async function gone(site: Site, { at, note }: PageWithdrawal): Promise<Response> {
  const publication = await readPublication(site);
  const page = <WithdrawnStaticPage publication={publication} day={dayText(at, publication)} note={note} />;
  const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' };
  return new Response(renderPage(page), { status: 410, headers });
}
