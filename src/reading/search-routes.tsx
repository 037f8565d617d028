import { textOf } from '../lib/clean-html.ts';
import { markdownToHtml } from '../lib/markdown.ts';
import { readPublication } from '../publication/queries.ts';
import { staticPagePath } from '../publication/static-pages/static-page.ts';
import { publicStamp } from '../record/queries.ts';
import { excerptOf, type Found, search } from '../search/search.ts';
import type { Site } from '../site.ts';
import { sendPage, type Web } from '../web/site-app.ts';
import { htmlPage } from './html-page.ts';
import { type SearchHit, SearchPage } from './pages/search-page.tsx';

const perPage = 20;

/** `/search?q=`: a page that everybody gets alike, for what is published. */
export function addSearch({ app, site, pages }: Web): void {
  app.get('/search', async (c) => {
    const query = (c.req.query('q') ?? '').trim().slice(0, 500);
    const asked = Number(c.req.query('page') ?? 1);
    const page = Number.isInteger(asked) && asked > 0 && asked < 1000 ? asked : 1;
    const response = await sendPage(c, pages, {
      stamp: () => publicStamp(site.store.read),
      make: async () => htmlPage(await searchPage(site, query, page)),
    });
    return response ?? c.notFound();
  });
  app.get('/search/', (c) => c.redirect(`/search${new URL(c.req.url).search}`, 301));
}

async function searchPage(site: Site, query: string, page: number) {
  const { found, total } = await search(site, query, { limit: perPage, offset: (page - 1) * perPage });
  return (
    <SearchPage
      publication={await readPublication(site)}
      query={query}
      hits={found.map((hit) => hitOf(hit, query))}
      total={total}
      page={page}
      pages={Math.max(1, Math.ceil(total / perPage))}
    />
  );
}

function hitOf(hit: Found, query: string): SearchHit {
  if ('article' in hit)
    return {
      kind: 'article',
      article: hit.article,
      excerpt: excerptOf(hit.article.standfirst ?? hit.article.title, query),
    };
  if ('page' in hit) {
    const { title, slug, source, changedAt } = hit.page;
    const text = textOf(markdownToHtml(source, 'article'));
    const page = { title, path: staticPagePath(slug), changedAt };
    return { kind: 'page', page, excerpt: excerptOf(text, query) };
  }
  return { kind: 'response', response: hit.response, excerpt: excerptOf(hit.response.text, query) };
}
