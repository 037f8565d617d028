import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Page } from 'playwright-core';
import { violations } from '../../../test/support/accessibility.ts';
import { closeBrowser, openBrowser } from '../../../test/support/browser.ts';
import { linkFor } from '../fixtures.ts';
import { openServedDesk } from './fixtures.ts';

after(closeBrowser);

const longWord = `Wrenmouth${'swingbridgetollcommittee'.repeat(3)}`;

test('pages about accounts break no rule of accessibility and never scroll sideways', async (t) => {
  const desk = await openServedDesk('sqlite');
  const browser = await openBrowser();
  t.after(desk.stop);
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [360, 1280]) {
      const viewport = { width, height: 900 };
      const context = await browser.newContext({ colorScheme, viewport, bypassCSP: true });
      const page = await context.newPage();
      const check = async (name: string) => {
        assert.deepEqual(await violations(page), [], `${name} ${colorScheme} ${width}`);
        const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
        assert.ok(wide <= width, `${name} is ${wide} wide`);
      };
      await page.goto(`${desk.address}/desk/sign-in/?for=you`);
      await check('sign-in');
      await page.goto(desk.address + (await linkFor(desk, 'owner')));
      await page.getByRole('button', { name: 'Sign in' }).click();
      await page.goto(`${desk.address}/desk/you/?done=joined`);
      await check('you');
      await page.goto(`${desk.address}/desk/you/password/`);
      await check('password');
      await page.getByRole('button', { name: /authenticator/ }).click();
      await page.waitForURL(/password/);
      await check('authenticator');
      await page.getByLabel('New password').fill('short');
      await page.getByRole('button', { name: 'Set the password' }).click();
      await page.locator('#refused').waitFor();
      await check('password-refused');
      await page.goto(`${desk.address}/desk/staff/`);
      for (const details of await page.locator('summary').all()) await details.click();
      await check('staff');
      await invite(page, { name: 'עדה מהרציף', email: 'nowhere' });
      await check('refused');
      assert.equal(await page.evaluate('document.activeElement.id'), 'refused');
      await invite(page, { name: longWord, email: `ada-${colorScheme}-${width}@ledger.example` });
      await check('invited');
      const link = (await page.locator('#link').innerText()).trim();
      desk.site.clock.set(new Date(Date.now() + 20 * 60_000).toISOString());
      await invite(page, { name: longWord, email: 'bede@ledger.example' });
      await check('once more');
      desk.site.clock.set('2026-03-12T07:00:00.000Z');
      await page.goto(link);
      await check('join');
      await page.goto(`${desk.address}/desk/join/?token=x`);
      await check('gone');
      await context.close();
    }
});

async function invite(page: Page, { name, email }: { name: string; email: string }): Promise<void> {
  await page.locator('form[action$="invitations/"]').evaluate((form) => {
    (form as unknown as { noValidate: boolean }).noValidate = true;
  });
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('E-mail address').fill(email);
  await Promise.all([
    page.waitForEvent('load'),
    page.getByRole('button', { name: 'Make the invitation' }).click(),
  ]);
}
