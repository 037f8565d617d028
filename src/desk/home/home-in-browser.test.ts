import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import { violations } from '../../../test/support/accessibility.ts';
import { closeBrowser, openBrowser } from '../../../test/support/browser.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { runDueJobs } from '../../jobs/run-jobs.ts';
import { addAssets } from '../../web/assets.ts';
import { listen, stopListening } from '../../web/server.ts';
import { articleIn, type Desk, linkFor, openDesk, publish, respond, signedIn } from '../fixtures.ts';

const shots = process.env.HUSTINGS_SHOTS;

/** Work of every kind, and a fortnight of responses and decisions. */
async function fill(desk: Desk): Promise<void> {
  const { site } = desk;
  const { id } = await publish(desk, `Wrenmouth${'swingbridgetollcommittee'.repeat(8)}`);
  for (const stage of ['draft', 'in-review', 'scheduled'] as const) await articleIn(desk, stage);
  const moderator = await signedIn(desk, 'moderator');
  for (let day = 0; day < 14; day += 1) {
    for (let each = 0; each <= (day * 5) % 4; each += 1) {
      const held = await respond(desk, id, {
        name: `Turncock ${day} ${each}`,
        text: `They will not say ${day}.`,
      });
      site.clock.pass((((day + each) * 7) % 5) * 3_600_000 + 600_000);
      if (each !== 1) await moderator.post(`/desk/queue/${held}/remove/`, { reason: 'rule-1' });
    }
    site.clock.pass(12 * 3_600_000);
  }
  const dueAt = site.clock.now().toISOString();
  await site.store.write((tx) => enqueue(site, tx, { kind: 'mail.send', payload: {}, dueAt }));
  for (let attempt = 0; attempt < 8; attempt += 1) {
    await runDueJobs(site, {});
    site.clock.pass(2 * 3_600_000);
  }
}

test('the first page of a busy desk breaks no rule of accessibility and never scrolls sideways', async (t) => {
  const desk = await openDesk('sqlite', { HUSTINGS_URL: 'http://localhost:4000' });
  addAssets(desk.web);
  await fill(desk);
  const server = await listen(desk.web, { port: 0, host: '127.0.0.1' });
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  t.after(async () => {
    await closeBrowser();
    await stopListening(server);
  });
  const page = await (await browser.newContext({ bypassCSP: true })).newPage();
  await page.goto(address + (await linkFor(desk, 'owner')));
  await page.getByRole('button', { name: 'Sign in' }).click();
  for (const path of ['/desk/', '/desk/?days=90', '/desk/jobs/'])
    for (const width of [360, 1280])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        await page.goto(address + path);
        for (const summary of await page.locator('.plot summary').all()) await summary.click();
        const what = `${path} ${colorScheme} ${width}`;
        assert.deepEqual(await violations(page), [], what);
        const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
        assert.ok(wide <= width, `${what} is ${wide} wide`);
        if (shots) {
          mkdirSync(shots, { recursive: true });
          const name = path.replaceAll(/\W+/g, '-');
          await page.screenshot({ path: `${shots}/home${name}${colorScheme}-${width}.png`, fullPage: true });
        }
      }
});
