import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { lookOver } from '../../test/support/accessibility.ts';
import { openNewsroom } from '../../test/support/newsroom.ts';
import { granted, publishSample, type Sent, send, setSetting } from '../../test/support/publish.ts';
import { editComment } from '../comments/edits/edit-comment.ts';
import { newId } from '../lib/ids.ts';

test('a long argument in a browser', async (t) => {
  const room = await openNewsroom('sqlite', { staffed: false });
  t.after(() => room.close());
  await setSetting(room.site, 'comments.pace', '0');

  const early = '2026-03-11T07:00:00.000Z';
  const letters = (number: number) =>
    [...String(number)].map((digit) => 'ABCDEFGHIJ'[Number(digit)]).join('');

  async function say(articleId: string, number: number, sent: Partial<Sent> = {}) {
    const name = `Writer ${letters(number)}`;
    return granted(
      await send(room.site, {
        ...{ articleId, text: `Words of ${number}.`, name, secret: `${number}` },
        ...{ address: `192.0.2.${number % 250}`, ...sent },
      }),
    );
  }

  /** An article with responses that were there before the test began. */
  async function argument(length: number) {
    const { id, path } = await publishSample(room.site, { policy: 'open' });
    const rows = Array.from({ length }, (_, index) => index + 1).map((number) => ({
      ...{
        id: newId(room.site.clock, room.site.random),
        article_id: id,
        number,
        state: 'published' as const,
      },
      ...{
        name: `Writer ${letters(number)}`,
        source: '',
        html: `<p>Words of ${number}.</p>`,
        html_version: 2,
      },
      ...{ posted_at: early, published_at: early, dated: early, words_hash: '', salt: '' },
      ...{ origin: 'web', kind: 'comment' as const },
    }));
    await room.site.store.write(async (tx) => {
      await tx.insertInto('comments').values(rows).execute();
      await tx.updateTable('articles').set({ last_number: length }).where('id', '=', id).execute();
    });
    return { id, path, url: room.address + path };
  }

  const wide = { viewport: { width: 1280, height: 700 }, reducedMotion: 'reduce' as const };
  const topOf = async (page: Page, number: number) =>
    Number(await page.evaluate(`document.getElementById('response-${number}').getBoundingClientRect().top`));

  await t.test('what arrives is offered, and put in below without moving what is read', async () => {
    const { id, url } = await argument(8);
    const { page } = await room.open(wide);
    await page.goto(url);
    await page.locator('#response-5').scrollIntoViewIfNeeded();
    await say(id, 9);
    const button = page.getByRole('button', { name: 'Show 1 new response' });
    await button.waitFor();
    assert.equal(await page.locator('#response-9').count(), 0);
    await lookOver(page, 'an article with a new response');
    await page.setViewportSize(wide.viewport);
    await page.evaluate('document.querySelector("#response-5").scrollIntoView({ behavior: "instant" })');
    const still = await topOf(page, 5);
    const box = await button.boundingBox();
    assert.ok(
      box !== null && box.y + box.height <= 700,
      `the button is in sight wherever one reads: ${JSON.stringify(box)}`,
    );
    await page.mouse.click(box.x + 5, box.y + 5);
    await page.locator('#response-9').waitFor();
    assert.equal(await topOf(page, 5), still);
    assert.match(await page.locator('#rh').innerText(), /^9 Responses/);
    await page.getByRole('link', { name: 'Added below, from number 9' }).click();
    assert.match(page.url(), /#response-9$/);
    assert.deepEqual(room.faults.splice(0), []);
  });

  await t.test('a change is told, with a link to the page as it now is, and nothing moves', async () => {
    const { id, url } = await argument(4);
    const second = await say(id, 5);
    const { page } = await room.open(wide);
    await page.goto(url);
    await page.locator('#reply').scrollIntoViewIfNeeded();
    await page.getByLabel('Your response').focus();
    const place = () => page.evaluate('document.activeElement.getBoundingClientRect().top + scrollY');
    const still = await place();
    granted(await editComment(room.site, { id: second.id, text: 'Other words.\n\nAnd more of them.' }));
    const told = page.locator('[role=status] > *', { hasText: 'Response 5 has changed.' });
    await told.waitFor();
    assert.equal(await place(), still);
    assert.match(await page.locator('#response-5').innerText(), /Words of 5\./);
    await told.getByRole('link', { name: 'Load it anew' }).click();
    await page.waitForURL(`${url}#response-5`);
    assert.match(await page.locator('#response-5').innerText(), /And more of them\./);
    assert.deepEqual(room.faults.splice(0), []);
  });

  await t.test(
    'what is new since the last visit is said by a word, on every page, and never at the first',
    async () => {
      const { id, url, path } = await argument(98);
      const { page, context } = await room.open(wide);
      await page.goto(url);
      const since = page.locator('a.since');
      assert.equal(await since.count(), 0);
      assert.equal(await page.locator('.new').count(), 0);
      for (const number of [99, 100, 101]) await say(id, number);
      await page.goto(url);
      assert.equal(
        await since.getAttribute('aria-label'),
        '3 responses are new since your last visit, from number 99',
      );
      assert.deepEqual(await page.locator('.response:has(.new) .num').allInnerTexts(), ['99.', '100.']);
      assert.equal(
        await page.locator('#response-99 .when').getByRole('img').getAttribute('aria-label'),
        'New',
      );
      await page.goto(`${url}comment-page-2/`);
      assert.deepEqual(await page.locator('.response:has(.new) .num').allInnerTexts(), ['101.']);
      await lookOver(page, 'responses that are new since the last visit');
      await since.click();
      await page.waitForURL(`${url}#response-99`);

      await page.getByLabel('Name', { exact: true }).fill('Somebody Else');
      await page.getByLabel('Your response').fill('Mine is not news to me.');
      await page.getByRole('button', { name: 'Post response' }).click();
      await page.waitForURL(`${url}comment-page-2/#response-102`);
      assert.match((await since.getAttribute('aria-label')) ?? '', /^3 responses/);
      assert.equal(await page.locator('#response-102 .new').count(), 0);

      await page.evaluate(`{
      const all = JSON.parse(localStorage.getItem('hustings.threads'));
      all['${path}'].at -= 3_600_000;
      addEventListener('pagehide', () => localStorage.setItem('hustings.threads', JSON.stringify(all)));
    }`);
      await page.goto(url);
      assert.equal(await since.count(), 0, 'after an hour it is another visit, and nothing came since');
      const kept = await context.cookies();
      assert.deepEqual(
        kept.map(({ name }) => name).filter((name) => /visit|seen|thread/.test(name)),
        [],
      );
      await page.evaluate(`localStorage.setItem('hustings.threads', '{"${path}":[7]} nonsense')`);
      await page.goto(url);
      assert.equal(await since.count(), 0, 'a memory that cannot be read is none');
      assert.deepEqual(room.faults.splice(0), []);
    },
  );

  await t.test('a link to a number that stands on another page lands there', async () => {
    const { url } = await argument(101);
    const { page } = await room.open(wide);
    await page.goto(`${url}#response-101`);
    await page.waitForURL(`${url}comment-page-2/#response-101`);
    assert.equal(await page.locator(':target').getAttribute('id'), 'response-101');
    await page.evaluate('location.hash = "#response-3"');
    await page.waitForURL(`${url}#response-3`);
    assert.deepEqual(room.faults.splice(0), []);
    await page.evaluate('location.hash = "#response-900"');
    await page.getByText('There is no response 900 here.').waitFor();
    assert.equal(page.url(), `${url}#response-900`);
    assert.match(room.faults.splice(0).join(), /404/);
  });

  await t.test(
    'one writer is collapsed, by the keyboard, and opened again: one response, or all',
    async () => {
      const { id, url } = await argument(3);
      await say(id, 4, { name: 'Writer קרסול', secret: 'loud', text: `Loud ${'word '.repeat(60)}` });
      await say(id, 5, { inReplyTo: 4 });
      for (const number of [6, 7]) await say(id, number, { name: 'Writer קרסול', secret: 'loud' });
      const { page } = await room.open(wide);
      await page.goto(url);
      const closed = page.locator('.response.folded .num');
      const on = (number: number) => page.locator(`#response-${number}`);
      const collapse = on(6).getByRole('button', { name: 'Collapse Writer קרסול' });
      assert.equal(await collapse.getAttribute('aria-expanded'), 'true');
      await collapse.focus();
      const still = await topOf(page, 6);
      await page.keyboard.press('Enter');
      assert.deepEqual(await closed.allInnerTexts(), ['4.', '6.', '7.']);
      assert.ok(Math.abs((await topOf(page, 6)) - still) < 2, 'what was pressed stays where it was');
      const all = on(6).getByRole('button', { name: 'Open all of Writer קרסול' });
      assert.equal(await all.getAttribute('aria-expanded'), 'false');
      assert.ok(await all.evaluate((button) => button === button.ownerDocument.activeElement));
      assert.equal(await on(4).locator('.words').isVisible(), false);
      assert.equal(await on(4).locator('.num').isVisible(), true);
      assert.match((await on(4).locator('.when a.u-url').getAttribute('href')) ?? '', /\/responses\/4\/$/);
      assert.match(
        await page.locator('#responses .count-note').innerText(),
        /Collapsed in this browser: Writer קרסול\./,
      );
      const one = on(7).getByRole('button', { name: 'Open response 7' });
      await one.press('Enter');
      assert.deepEqual(await closed.allInnerTexts(), ['4.', '6.']);
      assert.equal(
        await on(7).getByRole('button', { name: 'Close response 7' }).getAttribute('aria-expanded'),
        'true',
      );
      await lookOver(page, 'a thread with a collapsed writer');
      await page.setViewportSize(wide.viewport);

      await say(id, 8, { name: 'Writer קרסול', secret: 'loud' });
      await page.getByRole('button', { name: 'Show 1 new response' }).click();
      await on(8).waitFor();
      assert.deepEqual(await closed.allInnerTexts(), ['4.', '6.', '8.'], 'also what arrives');

      await page.goto('about:blank');
      await page.goto(`${url}#response-6`);
      assert.deepEqual(await closed.allInnerTexts(), ['4.', '7.', '8.'], 'an address opens what it leads to');
      await on(5).locator('a.u-in-reply-to').click();
      await on(4).locator('.words').waitFor();
      assert.match(page.url(), /#response-4$/);
      assert.deepEqual(await closed.allInnerTexts(), ['7.', '8.']);
      await page.getByRole('button', { name: 'Open all of them' }).click();
      assert.deepEqual(await closed.allInnerTexts(), []);
      await page.reload();
      assert.deepEqual(await closed.allInnerTexts(), []);
      assert.deepEqual(room.faults.splice(0), []);
    },
  );

  await t.test('a conversation is read beside the thread where there is room, else on its page', async () => {
    const { id, url } = await argument(2);
    await say(id, 3, { inReplyTo: 1 });
    await say(id, 4);
    await say(id, 5, { inReplyTo: 3 });
    const { page } = await room.open(wide);
    await page.goto(url);
    const link = page.locator('#response-3').getByRole('link', { name: 'Conversation of 3' });
    await link.focus();
    const words = page.locator('#response-3 .words');
    const still = await words.boundingBox();
    await page.keyboard.press('Enter');
    const side = page.getByRole('dialog', { name: 'The conversation of response 3' });
    await side.waitFor();
    assert.deepEqual(await words.boundingBox(), still);
    const beside = await side.boundingBox();
    assert.ok(still && beside && still.x + still.width <= beside.x, 'it covers no words');
    assert.deepEqual(await side.locator('.num').allInnerTexts(), ['1.', '3.', '5.']);
    assert.equal(await page.evaluate('document.activeElement.id'), 'side-heading');
    assert.equal(await page.evaluate('document.querySelectorAll("#response-1").length'), 1);
    await lookOver(page, 'a conversation beside the thread', [1280]);
    await page.setViewportSize(wide.viewport);
    assert.equal(await side.count(), 1);
    await page.keyboard.press('Escape');
    assert.equal(await side.count(), 0);
    assert.ok(await link.evaluate((element) => element === element.ownerDocument.activeElement));
    await link.click();
    await side.getByRole('button', { name: 'Close' }).click();
    assert.equal(await side.count(), 0);
    const conversation = (number: number) => `#response-${number} a[href$="/conversation/"]`;
    const both = JSON.stringify([1, 3, 3].map(conversation));
    await page.evaluate(`for (const link of ${both}) document.querySelector(link).click()`); // before any answer
    await side.waitFor();
    await page.waitForLoadState('networkidle');
    assert.equal(await page.locator('#side-heading').count(), 1);
    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: 360, height: 700 });
    await link.click();
    await page.waitForURL(`${url}responses/3/conversation/`);
    await lookOver(page, 'a conversation');
    assert.deepEqual(room.faults.splice(0), []);
  });

  await t.test('a response is reported in place; without that, and on a failure, by its page', async () => {
    const { url, path } = await argument(3);
    const { page } = await room.open(wide);
    await page.goto(url);
    const link = page.locator('#response-2').getByRole('link', { name: 'Report 2' });
    await link.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Report response 2' });
    await dialog.waitFor();
    assert.equal(page.url(), url);
    assert.equal(await page.evaluate('document.activeElement.id'), 'reporting');
    await lookOver(page, 'a response being reported');
    await page.keyboard.press('Escape');
    assert.equal(await dialog.count(), 0);
    assert.ok(await link.evaluate((element) => element === element.ownerDocument.activeElement));
    await link.click();
    await dialog.getByText('Add words').click();
    await dialog.getByLabel('What is wrong with it?').fill('x'.repeat(1_001));
    await dialog.getByRole('button', { name: /^Rule 3/ }).click();
    const refused = dialog.getByRole('alert');
    await refused.waitFor();
    assert.match(await refused.innerText(), /longer than 1,000 characters/);
    await refused.getByRole('link').click();
    assert.equal(await page.evaluate('document.activeElement.id'), 'reporting-f-text');
    assert.equal((await dialog.getByLabel('What is wrong with it?').inputValue()).length, 1_001);
    await dialog.getByLabel('What is wrong with it?').fill('It is not so.');
    await dialog.getByRole('button', { name: /^Rule 3/ }).click();
    const sent = dialog.getByRole('status');
    await sent.waitFor();
    assert.match(await sent.innerText(), /Your report is with the staff/);
    assert.ok(await sent.evaluate((element) => element === element.ownerDocument.activeElement));
    const kept = await room.site.store.read.selectFrom('reports').select(['reason', 'text']).execute();
    assert.deepEqual({ ...kept[0] }, { reason: 'rule-3', text: 'It is not so.' });
    assert.equal(kept.length, 1);
    await dialog.getByRole('button', { name: 'Close' }).click();
    assert.equal(page.url().split('#')[0], url);
    assert.match(room.faults.splice(0).join(), /^[^,]*422[^,]*$/);
    await page.route('**/assets/report-*.js', (route) => route.abort());
    await page.reload();
    await link.click();
    await page.waitForURL(`${room.address}${path}responses/2/report/`);
    room.faults.splice(0);
  });

  await t.test(
    'in a flood the browser does the work as the form is sent, and nothing typed is lost',
    async () => {
      const { id, path, url } = await argument(1);
      await say(id, 2);
      await setSetting(room.site, 'comments.flood', '1');
      const { page } = await room.open(wide);
      const write = async (name: string, text: string) => {
        await page.getByLabel('Name', { exact: true }).fill(name);
        await page.getByLabel('Your response').fill(text);
      };
      await page.goto(url);
      await write('Nan Quill', 'I have done my work.');
      await page.getByRole('button', { name: 'Preview' }).click();
      await page.getByText('Preview: not sent yet').waitFor();
      await page.goBack();
      await write('Nan Quill', 'I have done my work.');
      const { promise: looked, resolve: goOn } = Promise.withResolvers<void>();
      await page.route('**/assets/solve-*.js', async (route) => {
        await looked;
        await route.continue();
      });
      await page.getByRole('button', { name: 'Post response' }).dblclick();
      await page.getByRole('status').getByText('working a moment').waitFor();
      await lookOver(page, 'a form whose browser works');
      await page.setViewportSize(wide.viewport);
      await page.getByLabel('Your response').fill('I have done my work, and wrote on.');
      goOn();
      await page.waitForURL(`${url}#response-3`);
      assert.match(await page.locator('#response-3').innerText(), /and wrote on/);
      await page.unroute('**/assets/solve-*.js');
      await page.goBack();
      await page.getByLabel('Your response').waitFor();
      assert.equal(await page.getByLabel('Your response').inputValue(), 'I have done my work, and wrote on.');
      await page.getByLabel('Your response').fill('And once more.');
      await page.getByLabel('Your response').press('Tab');
      await page.getByRole('button', { name: 'Post response' }).press('Enter');
      await page.waitForURL(`${url}#response-4`);

      await page.route('**/responses/challenge/', (route) => route.abort());
      await write('Nan Quill', 'The riddle never came.');
      await page.getByRole('button', { name: 'Post response' }).click();
      await page.waitForURL(/\/receipt\//);
      assert.match(await page.locator('main').innerText(), /The riddle never came\./);
      const plain = await room.open({ javaScriptEnabled: false });
      await plain.page.goto(url);
      await plain.page.getByLabel('Name', { exact: true }).fill('Old Tom');
      await plain.page.getByLabel('Your response').fill('I have no scripts.');
      await plain.page.getByRole('button', { name: 'Post response' }).click();
      await plain.page.waitForURL(/\/receipt\//);
      const rows = await room.site.store.read
        .selectFrom('comments')
        .select(['number', 'held_for'])
        .where('article_id', '=', id)
        .where('origin', '=', 'reader')
        .execute();
      const held = '["flood"]';
      assert.deepEqual(
        rows.map(({ number, held_for }) => String(number ?? held_for)).sort(),
        ['2', '3', '4', held, held],
        path,
      );
      assert.match(room.faults.splice(0).join(), /^[^,]*ERR_FAILED[^,]*$/);
    },
  );
});
