import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser } from 'playwright-core';
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

  test('needs four requests at most and breaks no content policy', async () => {
    const context = await browser.newContext();
    for (const name of names) {
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      page.on('requestfailed', (request) => !isLive(request.url()) && faults.push(request.url()));
      server.asked.length = 0;
      await page.goto(server.url(name));
      const asked = server.asked.filter((url) => url !== '/favicon.ico' && !isLive(url));
      assert.ok(asked.length <= 4 && asked[0] === `/${name}`, `${asked}`);
      assert.ok(
        asked.slice(1).every((url) => own.has(url) || url.startsWith('/pictures/files/')),
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

  /** A page that was read for a while waits for new responses. */
  const isLive = (url: string) => /\/responses\/live\?after=\d+$/.test(url);

  test('brings a refused writer to what was refused', async () => {
    const page = await (await browser.newContext()).newPage();
    await page.goto(server.url('refused'));
    assert.equal(await page.evaluate('document.activeElement.id'), 'refused');
    await page.close();
  });

  test('shows a response beside a link to it, for as long as it is wanted', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
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
    await context.close();
  });
});
