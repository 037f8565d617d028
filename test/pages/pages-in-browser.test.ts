import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { scripts } from '../../src/web/ui/scripts.ts';
import { style } from '../../src/web/ui/styles.ts';
import { lookOver } from '../support/accessibility.ts';
import { closeBrowser, openBrowser } from '../support/browser.ts';
import { everyPage } from './every-page.tsx';
import { servePages } from './serve-pages.ts';

const names = Object.keys(everyPage);
const own = new Set([style.href, ...Object.values(scripts).map(({ href }) => href)]);

describe('every page in a browser', () => {
  let browser: Browser;
  let page: Page;
  let server: Awaited<ReturnType<typeof servePages>>;
  const asked: string[] = [];
  const faults: string[] = [];

  before(async () => {
    server = await servePages(everyPage);
    browser = await openBrowser();
    page = await browser.newPage();
    page.on('request', (request) =>
      asked.push(new URL(request.url()).pathname + new URL(request.url()).search),
    );
    page.on('console', (message) => faults.push(message.text()));
    page.on('requestfailed', (request) => !isLive(request.url()) && faults.push(request.url()));
  });
  after(async () => {
    await closeBrowser();
    await server.close();
  });

  /** A page that was read for a while waits for new responses. */
  const isLive = (url: string) => /\/responses\/live\?after=\d+$/.test(url);

  for (const name of names) {
    test(`needs four requests at most and breaks no content policy: ${name}`, async () => {
      for (const list of [asked, faults]) list.length = 0;
      await page.goto(server.url(name));
      const files = asked.filter((url) => url !== '/favicon.ico' && !isLive(url));
      assert.ok(files.length <= 4 && files[0] === `/${name}`, `${files}`);
      assert.ok(
        files.slice(1).every((url) => own.has(url) || url.startsWith('/pictures/files/')),
        `${files}`,
      );
      assert.deepEqual(
        faults.filter((fault) => !/404/.test(fault)),
        [],
      );
    });

    test(`breaks no rule of accessibility and never scrolls sideways: ${name}`, async () => {
      assert.equal(page.url(), server.url(name));
      for (const width of [320, 768]) {
        await page.setViewportSize({ width, height: 800 });
        const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
        assert.ok(wide <= width, `${wide} pixels wide on ${width}`);
      }
      await lookOver(page, `page ${name}`);
    });
  }

  test('brings a refused writer to what was refused', async () => {
    await page.goto(server.url('refused'));
    assert.equal(await page.evaluate('document.activeElement.id'), 'refused');
  });

  test('shows a response beside a link to it, for as long as it is wanted', async () => {
    await page.goto(server.url('marked'));
    const shown = page.locator('.shown-beside');
    const link = page.locator('#response-3 a.ref').first();
    await link.hover();
    await shown.waitFor({ state: 'visible' });
    assert.match(
      await shown.innerText(),
      /1\. Ropewalk says:\s+As somebody who has run the Eastgate regatta/,
    );
    assert.equal(await link.getAttribute('aria-describedby'), 'shown-beside');
    await shown.hover();
    await page.evaluate('new Promise((seen) => setTimeout(seen, 400))');
    assert.ok(await shown.isVisible(), 'it stays while the pointer is over it');
    await lookOver(page, 'a response beside its link');
    await page.keyboard.press('Escape');
    await shown.waitFor({ state: 'hidden' });
    assert.equal(await link.getAttribute('aria-describedby'), null);
    await page.locator('#response-2 a.q.exact').focus();
    await shown.waitFor({ state: 'visible' });
    await page.locator('h1').hover();
    await page.keyboard.press('Escape');
    await shown.waitFor({ state: 'hidden' });
    await page.locator('#response-2 a.q.exact').click();
    assert.match(page.url(), /#q-2-1$/);
    const lit = await page.evaluate("getComputedStyle(document.querySelector('.passage')).boxShadow");
    assert.notEqual(lit, 'none', 'the passage is lit up');
  });
});
