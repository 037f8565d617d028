import assert from 'node:assert/strict';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { readArticle } from '../../src/articles/queries.ts';
import { threadPage } from '../../src/comments/thread-queries.ts';
import { viewArticle } from '../../src/comments/view-article.ts';
import { loadDemo } from '../../src/demo/load-demo.ts';
import { followRecord } from '../../src/marks/follow-record.ts';
import { parseCapture } from '../../src/migration/text-capture/parse-capture.ts';
import { sequenceEntries } from '../../src/record/sequence.ts';
import { listen, stopListening } from '../../src/web/server.ts';
import { createSiteWeb } from '../../src/web-app.ts';
import { closeBrowser, openBrowser } from '../support/browser.ts';
import { openTestSite, type TestSite } from '../support/site.ts';
import { type Fields, fieldsRead, fieldsTold, held } from './flattened-fields.ts';
import { flatteners, type Served } from './flatteners.ts';

type DemoPage = Served & { path: string; told: Fields; body: boolean };

/** Every page of every article of the demo, as it is served and as its rows tell. */
async function demoPages(site: TestSite, address: string, tab: Page): Promise<DemoPage[]> {
  const rows = await site.store.read
    .selectFrom('articles')
    .select('path')
    .where('state', '=', 'published')
    .execute();
  const pages: DemoPage[] = [];
  for (const { path } of rows) {
    const found = (await readArticle(site.store.read, { path: path ?? '' })) ?? assert.fail();
    const article = await viewArticle(site, found);
    for (let page = 1; ; page += 1) {
      const thread = await threadPage(site.store.read, found, page);
      const at = thread.path(page);
      const html = await (await fetch(address + at)).text();
      const told = fieldsTold({ article, comments: thread.comments, url: site.config.url, body: page === 1 });
      pages.push({ path: at, url: address + at, html, tab, told, body: page === 1 });
      if (page >= thread.pages) break;
    }
  }
  return pages;
}

describe('a page that was flattened to plain text and imported', () => {
  let server: Server;
  let pages: DemoPage[] = [];
  let texts: Map<DemoPage, Record<string, string>>;

  before(async () => {
    const site = await openTestSite('sqlite');
    site.clock.set('2026-11-23T12:00:00.000Z');
    await loadDemo(site, () => undefined);
    await sequenceEntries(site);
    while ((await followRecord(site)) > 0); // quotations and references are marked
    server = await listen(createSiteWeb(site), { port: 0, host: '127.0.0.1' });
    const tab = await (await openBrowser()).newPage();
    pages = await demoPages(site, `http://127.0.0.1:${(server.address() as AddressInfo).port}`, tab);
    texts = new Map();
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
    test(`${name}: every field of every page of the demo comes back`, (t) => {
      assert.ok(pages.length > 20);
      const scores = pages.map((page) => {
        const read = parseCapture(texts.get(page)?.[name] ?? '').articles[0];
        return { path: page.path, ...held(page.told, fieldsRead(read, page.body)) };
      });
      t.diagnostic(scores.map((score) => `${score.path} ${percent(score)}`).join(', '));
      const wrong = scores.flatMap((score) => score.wrong.map((fault) => `${score.path} ${fault}`));
      assert.equal(wrong.length, 0, wrong.slice(0, 6).join('\n'));
    });
});

function percent({ right, of }: { right: number; of: number }): string {
  return `${((100 * right) / of).toFixed(1)} % of ${of}`;
}
