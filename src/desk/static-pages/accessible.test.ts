import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { violations } from '../../../test/support/accessibility.ts';
import { closeBrowser, openBrowser } from '../../../test/support/browser.ts';
import { granted, publishSample } from '../../../test/support/publish.ts';
import { publishPage } from '../../publication/static-pages/save-page.ts';
import { linkFor } from '../fixtures.ts';
import { openServedDesk } from '../you/fixtures.ts';

after(closeBrowser);

const longWord = `Wrenmouth${'swingbridgetollcommittee'.repeat(3)}`;

test('pages about tags, pages and the menu break no rule of accessibility and never scroll sideways', async (t) => {
  const desk = await openServedDesk('sqlite');
  const browser = await openBrowser();
  t.after(desk.stop);
  await publishSample(desk.site, { tags: `${longWord}, רציף` });
  const { id: tag } = await desk.site.store.read.selectFrom('tags').select('id').executeTakeFirstOrThrow();
  const input = { title: longWord, source: 'Who we are.' };
  const editor = { actor: { role: 'editor' as const }, staffId: null };
  const made = await publishPage(desk.site, editor, { input, slug: 'us', reserved: () => false });
  const one = `/desk/pages/${granted(made).id}/`;
  const shown = ['/desk/articles/', '/desk/tags/', `/desk/tags/${tag}/`, '/desk/pages/', one, '/desk/menu/'];
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
      await page.goto(desk.address + (await linkFor(desk, 'editor')));
      await page.getByRole('button', { name: 'Sign in' }).click();
      for (const path of shown) {
        await page.goto(desk.address + path);
        await check(path);
      }
      await page.goto(`${desk.address}/desk/pages/new/`);
      await page.getByRole('button', { name: 'Publish', exact: true }).click();
      await page.locator('#refused').waitFor();
      await check('refused');
      assert.equal(await page.evaluate('document.activeElement.id'), 'refused');
      await context.close();
    }
});
