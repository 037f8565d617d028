import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { style } from '../../src/web/ui/styles.ts';
import { lookOver } from '../support/accessibility.ts';
import { closeBrowser, openBrowser } from '../support/browser.ts';
import { everyPage } from './every-page.tsx';
import { servePages } from './serve-pages.ts';

const names = Object.keys(everyPage);

describe('every page in a browser', () => {
  let browser: Browser;
  let server: Awaited<ReturnType<typeof servePages>>;

  before(async () => {
    server = await servePages(everyPage);
    browser = await openBrowser();
  });
  after(async () => {
    await closeBrowser();
    await server.close();
  });

  for (const name of names)
    test(`breaks no rule of accessibility and never scrolls sideways: ${name}`, async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(server.url(name));
      for (const width of [320, 768]) {
        await page.setViewportSize({ width, height: 800 });
        const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
        assert.ok(wide <= width, `${wide} pixels wide on ${width}`);
      }
      await lookOver(page, `page ${name}`);
      await context.close();
    });

  test('needs three requests at most and breaks no content policy', async () => {
    const context = await browser.newContext();
    for (const name of names) {
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      page.on('requestfailed', (request) => faults.push(request.url()));
      server.asked.length = 0;
      await page.goto(server.url(name));
      const asked = server.asked.filter((url) => url !== '/favicon.ico');
      assert.ok(asked.length <= 3 && asked[0] === `/${name}`, `${asked}`);
      assert.ok(
        asked.slice(1).every((url) => url === style.href),
        `${asked}`,
      );
      assert.deepEqual(
        faults.filter((fault) => !/404/.test(fault)),
        [],
        name,
      );
      await page.close();
    }
    await context.close();
  });

  test('brings a refused writer to what was refused', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(server.url('refused'));
    assert.equal(await page.evaluate('document.activeElement.id'), 'refused');
    await page.close();
  });
});
