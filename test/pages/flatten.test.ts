import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { readArticle } from '../../src/articles/queries.ts';
import { faultsOf } from '../../src/audit/fixtures.ts';
import { threadPage } from '../../src/comments/thread-queries.ts';
import { viewArticle } from '../../src/comments/view-article.ts';
import { loadDemo } from '../../src/demo/load-demo.ts';
import { followMarks } from '../../src/marks/follow-marks.ts';
import { pageMarks } from '../../src/marks/shown/thread-marks.ts';
import { importCapture } from '../../src/migration/import-capture.ts';
import { joinPages } from '../../src/migration/text-capture/join-pages.ts';
import { parseCapture } from '../../src/migration/text-capture/parse-capture.ts';
import { readPublication } from '../../src/publication/queries.ts';
import { sequenceEntries } from '../../src/record/sequence.ts';
import { listen, stopListening } from '../../src/web/server.ts';
import { createSiteWeb } from '../../src/web-app.ts';
import { closeBrowser, openBrowser } from '../support/browser.ts';
import { granted } from '../support/publish.ts';
import { openTestSite, type TestSite } from '../support/site.ts';
import { publishEveryState } from './every-state.ts';
import { type Fields, fieldsRead, fieldsTold, held } from './flattened-fields.ts';
import { flatteners, type Served } from './flatteners.ts';

type DemoPage = Served & { path: string; told: Fields; body: boolean };

/** Every page of every article, as it is served and as its rows tell. */
async function allPages(site: TestSite, address: string | null, tab: Page | null): Promise<DemoPage[]> {
  const rows = await site.store.read
    .selectFrom('articles')
    .select('path')
    .where('state', '=', 'published')
    .execute();
  const publication = await readPublication(site);
  const pages: DemoPage[] = [];
  for (const { path } of rows) {
    const found = (await readArticle(site.store.read, { path: path ?? '' })) ?? assert.fail();
    const article = await viewArticle(site, found);
    for (let page = 1; ; page += 1) {
      const thread = await threadPage(site.store.read, found, page);
      const at = thread.path(page);
      const html = address === null ? '' : await (await fetch(address + at)).text();
      const body = page === 1;
      const marks = await pageMarks(site.store.read, { ...found, ...article }, thread);
      const quotedBy = [...new Set(marks.article.map(({ number }) => number))].sort((a, b) => a - b);
      const told = fieldsTold({ publication, article, comments: thread.comments, body, quotedBy });
      pages.push({ path: at, url: `${address}${at}`, html, tab, told, body });
      if (page >= thread.pages) break;
    }
  }
  return pages;
}

/** The reader was here when there was one response: the page's script says of all others that they are new. */
const visitedBefore = `localStorage.setItem('hustings.threads', JSON.stringify({
  [location.pathname.replace(/comment-page-\\d+\\/$/, '')]: { before: 1, seen: 1, at: 0, own: [], collapsed: [] },
}))`;

describe('a page that was flattened to plain text and imported', () => {
  let server: Server;
  let pages: DemoPage[] = [];
  let texts: Map<DemoPage, Record<string, string>>;

  before(async () => {
    const site = await openTestSite('sqlite');
    site.clock.set('2026-11-23T12:00:00.000Z');
    await loadDemo(site, () => undefined);
    await sequenceEntries(site);
    await publishEveryState(site);
    while ((await followMarks(site)) > 0); // quotations and references are marked
    server = await listen(createSiteWeb(site), { port: 0, host: '127.0.0.1' });
    const tab = await (await openBrowser()).newPage();
    pages = await allPages(site, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tab);
    texts = new Map();
    await tab.addInitScript(visitedBefore);
    for (const page of pages) {
      await tab.goto(page.url);
      const all: Record<string, string> = {};
      for (const [name, flatten] of Object.entries(flatteners)) all[name] = await flatten(page);
      texts.set(page, all);
    }
  });
  after(async () => {
    await closeBrowser();
    await stopListening(server);
  });

  for (const name of Object.keys(flatteners))
    test(`${name}: every field of every page comes back`, (t) => {
      assert.ok(pages.length > 20);
      const scores = pages.map((page) => {
        const read = parseCapture(texts.get(page)?.[name] ?? '').articles[0];
        return { path: page.path, ...held(page.told, fieldsRead(read, page.body)) };
      });
      t.diagnostic(scores.map((score) => `${score.path} ${percent(score)}`).join(', '));
      const wrong = scores.flatMap((score) => score.wrong.map((fault) => `${score.path} ${fault}`));
      assert.equal(wrong.length, 0, wrong.slice(0, 6).join('\n'));
    });
  test('it was in every state in which a response can be', () => {
    const told = pages
      .flatMap((page) => [...page.told].map(([name, value]) => `${name} ${value}`))
      .join('\n');
    for (const state of states) assert.match(told, state);
  });

  test('imported, it shows the same again: writers, staff, names that are none, tombstones and their reasons', async () => {
    const other = await openTestSite('sqlite');
    const read = pages.flatMap((page) => parseCapture(texts.get(page)?.['tags dropped'] ?? '').articles);
    for (const captured of joinPages(read)) granted(await importCapture(other, { captured, publish: true }));
    const again = new Map((await allPages(other, null, null)).map((page) => [page.path, page]));
    const wrong = pages.flatMap((page) => {
      const now = again.get(page.path)?.told ?? new Map();
      return held(responsesIn(page.told), responsesIn(now)).wrong.map((fault) => `${page.path} ${fault}`);
    });
    assert.equal(wrong.length, 0, wrong.slice(0, 6).join('\n'));
    assert.deepEqual(await faultsOf(other), []);
  });
});

/** What must be told of at least one response, so that the score is one of every state. */
const states = [
  ...[
    /name null/,
    /unnamed true/,
    /staff true/,
    /edited \d/,
    /in reply to \d/,
    /same writer \[\d/,
    /page of the writer "/,
  ],
  ...[
    /gone \["removed",\d+,"Rule/,
    /gone \["withdrawn",\d+,null,null/,
    /gone \["removed",\d+,.*,"the owner"/,
  ],
  ...[/language "cy"/, /correction \d/, /revised \d/, /series "Part/, /related \["http/, /quoted by \[\d/],
];

/** Of an import the page says that its names are the archive’s, whatever they were. */
function responsesIn(told: Fields): Fields {
  return new Map([...told].filter(([name]) => name.startsWith('response ') && !name.endsWith(': archived')));
}

function percent({ right, of }: { right: number; of: number }): string {
  return `${((100 * right) / of).toFixed(1)} % of ${of}`;
}
