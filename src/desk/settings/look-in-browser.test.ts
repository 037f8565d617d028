import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { closeBrowser, openBrowser } from '../../../test/support/browser.ts';
import { addAssets } from '../../web/assets.ts';
import { listen, stopListening } from '../../web/server.ts';
import { linkFor, openDesk } from '../fixtures.ts';

const ground = (scheme: string) =>
  `getComputedStyle(document.querySelector('.specimen.${scheme}')).backgroundColor`;

test('the look in a browser', async (t) => {
  const desk = await openDesk('sqlite', { HUSTINGS_URL: 'http://localhost:4000' });
  addAssets(desk.web);
  const server = await listen(desk.web, { port: 0, host: '127.0.0.1' });
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  t.after(async () => {
    await closeBrowser();
    await stopListening(server);
  });

  const enter = async (options: { javaScriptEnabled?: boolean }) => {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    await page.goto(address + (await linkFor(desk, 'owner')));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.goto(`${address}/desk/settings/look/`);
    return { context, page, faults };
  };

  await t.test('shows what is typed as it is typed, and breaks no content policy', async () => {
    const { context, page, faults } = await enter({});
    assert.equal(await page.evaluate(ground('light')), 'rgb(245, 248, 241)');
    assert.equal(await page.evaluate(ground('dark')), 'rgb(16, 22, 19)');
    await page.getByLabel('Paper', { exact: true }).first().fill('#ffeedd');
    assert.equal(await page.evaluate(ground('light')), 'rgb(255, 238, 221)');
    await page.getByLabel('Links', { exact: true }).first().fill('#88aacc');
    const reading = page.locator('[data-reading="light link"]');
    assert.match((await reading.textContent()) ?? '', /^[12]\.\d\d to 1$/);
    assert.match((await reading.getAttribute('class')) ?? '', /red/);
    assert.deepEqual(faults, []);
    await context.close();
  });

  await t.test('is previewed by a button where no script runs', async () => {
    const { context, page } = await enter({ javaScriptEnabled: false });
    await page.getByLabel('Paper, dark', { exact: true }).fill('#202020');
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    assert.equal(await page.getByLabel('Paper, dark', { exact: true }).inputValue(), '#202020');
    assert.match((await page.locator('link[rel=stylesheet]').last().getAttribute('href')) ?? '', /%23202020/);
    await context.close();
  });
});
