import assert from 'node:assert/strict';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { closeBrowser, openBrowser } from '../../../test/support/browser.ts';
import { drawn } from '../../pictures/fixtures.ts';
import { addPictures } from '../../reading/picture-routes.ts';
import { addAssets } from '../../web/assets.ts';
import { listen, stopListening } from '../../web/server.ts';
import { linkFor, openDesk, signedIn } from '../fixtures.ts';

test('pictures in a browser', async (t) => {
  const desk = await openDesk('sqlite', { HUSTINGS_URL: 'http://localhost:4000' });
  addAssets(desk.web);
  addPictures(desk.web);
  const server = await listen(desk.web, { port: 0, host: '127.0.0.1' });
  const { port } = server.address() as AddressInfo;
  const address = `http://localhost:${port}`;
  const browser = await openBrowser();
  t.after(async () => {
    await closeBrowser();
    await stopListening(server);
  });
  const enter = async (page: Page) => {
    await page.goto(address + (await linkFor(desk, 'editor')));
    await page.getByRole('button', { name: 'Sign in' }).click();
  };
  const bytes = await drawn('jpeg', 1200, 800);
  const file = { name: 'עדה-bridge.jpg', mimeType: 'image/jpeg', buffer: bytes };

  await t.test(
    'one is added without scripts, ends on a page that shows it, and is told what is wrong',
    async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      await enter(page);
      await page.goto(`${address}/desk/pictures/`);
      await page.getByRole('link', { name: 'Add a picture' }).click();
      await page.getByLabel('Caption').fill('On Tuesday');
      await page.getByLabel('File').setInputFiles(file);
      await page.getByRole('button', { name: 'Add it' }).click();
      assert.match((await page.getByRole('alert').textContent()) ?? '', /Describe the picture/);
      assert.equal((await page.getByLabel('Caption').inputValue()).trim(), 'On Tuesday');
      await page.getByLabel('Description for whoever').fill('The bridge, half open');
      await page.getByLabel('File').setInputFiles(file);
      const shown = page.waitForResponse((answer) => /\/pictures\/files\/.*\.webp$/.test(answer.url()));
      await page.getByRole('button', { name: 'Add it' }).click();
      assert.equal((await shown).headers()['content-type'], 'image/webp');
      assert.match((await page.getByRole('status').textContent()) ?? '', /It is in the library/);
      assert.deepEqual(
        faults.filter((fault) => !/422/.test(fault)),
        [],
      );
      await context.close();
    },
  );

  await t.test(
    'a file of 100 MB is answered with the limit, and the server keeps none of it in memory',
    async () => {
      const cookies = (await signedIn(desk, 'editor')).cookies;
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const before = process.memoryUsage();
      let most = 0;
      const measure = () => {
        const { heapUsed, external } = process.memoryUsage();
        most = Math.max(most, heapUsed + external - before.heapUsed - before.external);
      };
      for (const sized of [true, false]) {
        const answer = await sendLarge({ port, cookie, sized, measure });
        assert.equal(answer.status, 413, answer.text.slice(0, 300));
        assert.match(answer.text, /larger than 30 MB.*The bridge, half open/s);
      }
      assert.ok(most < 100_000_000, `${Math.round(most / 1e6)} MB more`);
    },
  );
});

type Large = { port: number; cookie: string; sized: boolean; measure: () => void };

/** Sends a form whose file has 100 MB, a megabyte at a time; `sized` says so beforehand. */
function sendLarge({ port, cookie, sized, measure }: Large): Promise<{ status: number; text: string }> {
  const field = 'content-disposition: form-data; name=';
  const head = `--x\r\n${field}"alt"\r\n\r\nThe bridge, half open\r\n--x\r\n${field}"file"; filename="a.jpg"\r\n\r\n`;
  const tail = '\r\n--x--\r\n';
  const megabyte = Buffer.alloc(1_000_000, 0xff);
  const length = Buffer.byteLength(head) + 100 * megabyte.length + tail.length;
  const headers = {
    ...{ cookie, origin: `http://localhost:${port}`, 'content-type': 'multipart/form-data; boundary=x' },
    ...(sized ? { 'content-length': length } : {}),
  };
  return new Promise((resolve, reject) => {
    const path = '/desk/pictures/';
    const sending = request({
      host: '127.0.0.1',
      port,
      path,
      method: 'POST',
      headers: { ...headers, host: `localhost:${port}` },
    });
    sending.on('error', reject);
    sending.on('response', async (answer) => {
      const pieces: Buffer[] = [];
      for await (const piece of answer) pieces.push(piece);
      resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(pieces).toString() });
    });
    let left = 100;
    const more = () => {
      measure();
      if (left-- === 0) return void sending.end(tail);
      if (sending.write(megabyte)) setImmediate(more);
      else sending.once('drain', more);
    };
    sending.write(head);
    more();
  });
}
