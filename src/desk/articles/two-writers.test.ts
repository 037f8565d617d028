import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { onBothEngines } from '../../../test/support/engines.ts';
import { type Newsroom, openNewsroom, press } from '../../../test/support/newsroom.ts';
import { articleInput } from '../../articles/article.ts';
import { readEditable } from '../../articles/queries.ts';
import { writeArticle } from '../../articles/save-article.ts';
import { textOf } from '../../lib/clean-html.ts';

const text = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true });
const kept = (page: Page) => page.locator('[data-kept]');

const paragraphs = ['The board met at six.', 'It refused the toll.', 'Nobody moved an amendment.'];

async function draft({ site, address }: Newsroom): Promise<{ id: string; url: string }> {
  const input = articleInput.parse({
    title: 'Bridge toll',
    body: paragraphs.join('\n\n'),
    byline: 'Imogen Thrale',
  });
  const id = await writeArticle(site, input);
  site.clock.pass(60_000);
  return { id, url: `${address}/desk/articles/${id}/` };
}

/** Types at the end of a paragraph of the text. */
async function typeInto(page: Page, paragraph: number, words: string): Promise<void> {
  await text(page).locator('p').nth(paragraph).click();
  await page.keyboard.press('End');
  await page.keyboard.type(words);
}

onBothEngines('two browsers edit one draft', (engine) => {
  test('one of them offline for a while, and no word of either is lost', async (t) => {
    const room = await openNewsroom(engine);
    t.after(() => room.close());
    const { id, url } = await draft(room);
    const ann = await room.enter('editor');
    const imogen = await room.enter('author');
    await ann.page.goto(url);
    await ann.page.locator('[data-presence]', { hasText: 'You alone' }).waitFor();
    await imogen.page.goto(url);
    await imogen.page
      .locator('[data-presence]', { hasText: /Edda Rees has it open since \d\d:\d\d/ })
      .waitFor();

    await imogen.context.setOffline(true);
    await typeInto(imogen.page, 0, ' Offline words one.');
    await typeInto(imogen.page, 2, ' Offline words two.');
    await imogen.page.getByLabel('Standfirst').fill('Written under the bridge.');
    await kept(imogen.page).filter({ hasText: 'Kept in this browser; not yet on the server.' }).waitFor();
    await imogen.page.getByRole('button', { name: 'Save draft' }).first().click();
    assert.equal(await text(imogen.page).isVisible(), true, 'a save without a way does not lose the page');

    await typeInto(ann.page, 0, ' Online words one.');
    await typeInto(ann.page, 1, ' Online words two.');
    await press(ann.page, 'Save draft');
    room.site.clock.pass(60_000);

    await imogen.context.setOffline(false);
    await kept(imogen.page).filter({ hasText: 'Kept on the server' }).waitFor();
    await imogen.page.locator('[data-presence]', { hasText: 'Edda Rees saved a newer version' }).waitFor();
    await press(imogen.page, 'Save draft');
    assert.match(
      (await imogen.page.getByRole('alert').textContent()) ?? '',
      /Edda Rees saved a newer version/,
    );
    const place = imogen.page.getByRole('group', { name: 'Text, place 1' });
    for (const words of ['Offline words one.', 'Online words one.'])
      assert.ok((await place.textContent())?.includes(words), words);
    await place.getByRole('radio', { name: /^Both/ }).check();
    await press(imogen.page, 'Save it so');
    assert.match((await imogen.page.getByRole('status').first().textContent()) ?? '', /^Saved\./);
    const article = await readEditable(room.site.store.read, id);
    assert.ok(article);
    assert.deepEqual(textOf(article.html).split('\n\n'), [
      'The board met at six. Online words one.',
      'The board met at six. Offline words one.',
      'It refused the toll. Online words two.',
      'Nobody moved an amendment. Offline words two.',
    ]);
    assert.equal(article.standfirst, 'Written under the bridge.');
    const copies = await room.site.store.read
      .selectFrom('working_copies')
      .select('id')
      .where('closed_at', 'is', null)
      .execute();
    assert.deepEqual(copies, []);
  });

  test('and a browser that was closed offline offers its words when it is opened again', async (t) => {
    const room = await openNewsroom(engine);
    t.after(() => room.close());
    const { id, url } = await draft(room);
    const { context, page } = await room.enter('author');
    await page.goto(url);
    await page.locator('[data-presence]', { hasText: 'You alone' }).waitFor();
    await context.setOffline(true);
    await typeInto(page, 1, ' Never sent.');
    await kept(page).filter({ hasText: 'Kept in this browser' }).waitFor();
    await page.close();
    await context.setOffline(false);
    const later = await context.newPage();
    await later.goto(url);
    await later.getByRole('heading', { name: 'You have words that were not saved' }).waitFor();
    assert.doesNotMatch((await text(later).textContent()) ?? '', /Never sent/);
    await later.getByRole('link', { name: 'Take them up' }).first().click();
    await text(later).filter({ hasText: 'Never sent.' }).waitFor();
    room.site.clock.pass(60_000);
    await press(later, 'Save draft');
    const article = await readEditable(room.site.store.read, id);
    assert.match(article?.html ?? '', /<p>It refused the toll\. Never sent\.<\/p>/);
  });
});
