import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { onBothEngines } from '../support/engines.ts';
import { openNewsroom } from '../support/newsroom.ts';
import { photograph } from './photograph.ts';

const title = 'Harbour board asks for a toll on the swing bridge';
const body = `The board asks the town council for **£1.40** a crossing.

> You cannot toll a street and call it a bridge.

The bridge has stuck fourteen times since September.[^1]

[^1]: The keeper’s book, pages 40 to 52.`;

onBothEngines('a newsroom without scripts', (engine) => {
  test('writes, reviews, publishes on time and corrects', async (t) => {
    const newsroom = await openNewsroom(engine, { staffed: false });
    t.after(() => newsroom.close());
    const open = async () => (await newsroom.open({ javaScriptEnabled: false })).page;
    const [author, editor, reader] = [await open(), await open(), await open()];
    await newsroom.hire(author, { name: 'Imogen Thrale', role: 'author' });
    await newsroom.hire(editor, { name: 'Edda Rees', role: 'editor' });

    const press = (page: Page, name: string) =>
      page.getByRole('button', { name, exact: true }).first().click();
    const tab = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).last().click();
    const status = (page: Page) => page.getByRole('status').first().innerText();
    const main = (page: Page) => page.locator('main').innerText();
    const published = () =>
      `${newsroom.address}/2026/03/13/harbour-board-asks-for-a-toll-on-the-swing-bridge/`;

    await t.test('an author adds a picture, and writes in Markdown', async () => {
      await author.goto(`${newsroom.address}/desk/pictures/new/`);
      await author.getByLabel('File').setInputFiles(await photograph());
      await author.getByLabel('Description for whoever does not see it').fill('The bridge stands open.');
      await author.getByLabel('Caption').fill('Stuck on Tuesday.');
      await press(author, 'Add it');
      assert.match(await status(author), /It is in the library/);
      const picture = await author.getByLabel('Markdown').inputValue();
      assert.match(
        picture,
        /^!\[The bridge stands open\.\]\(\/pictures\/[0-9a-f-]{36} "Stuck on Tuesday\."\)$/,
      );

      await author.goto(`${newsroom.address}/desk/articles/new/`);
      await author.getByLabel('Title', { exact: true }).fill(title);
      await author.getByLabel('Text', { exact: true }).fill(`${body}\n\n${picture}`);
      await press(author, 'Preview');
      assert.match(await main(author), /Preview: nothing is saved yet/);
      await press(author, 'Save draft');
      assert.match(await status(author), /Saved\./);
      assert.equal(await author.getByRole('button', { name: 'Publish now' }).count(), 0);
    });

    await t.test('sends it to review, and an editor sets a time for it', async () => {
      await tab(author, 'Publishing');
      await author.getByLabel('What should they look at?').fill('The number in paragraph three.');
      await press(author, 'Send to review');
      assert.match(await main(author), /Sent to review\./);

      await editor.goto(`${newsroom.address}/desk/articles/`);
      await editor.getByRole('link', { name: title, exact: true }).click();
      await tab(editor, 'Publishing');
      assert.match(await main(editor), /The number in paragraph three\./);
      await editor.getByLabel('Day and time').fill('2026-03-13T06:30');
      await press(editor, 'Publish it then');
      assert.match(await main(editor), /It appears by itself on 13 March 2026, 06:30 GMT/);
      assert.equal((await reader.goto(published()))?.status(), 404);
    });

    await t.test('readers have it at that minute, with its picture and its footnote', async () => {
      await newsroom.reach('2026-03-13T06:29:59.000Z');
      assert.equal((await reader.goto(published()))?.status(), 404);
      await newsroom.reach('2026-03-13T06:30:00.000Z');
      assert.equal((await reader.goto(published()))?.status(), 200);
      const picture = reader.getByAltText('The bridge stands open.');
      assert.ok(
        await picture.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth > 0),
      );
      assert.match(await main(reader), /\[1\][\s\S]*The keeper’s book, pages 40 to 52\./);
    });

    await t.test(
      'an editor mends the text and gives a correction; readers see both, and the history',
      async () => {
        await newsroom.reach('2026-03-14T16:20:00.000Z');
        await editor.goto(`${newsroom.address}/desk/articles/`);
        await editor.getByRole('link', { name: title, exact: true }).click();
        const text = editor.getByLabel('Text', { exact: true });
        await text.fill((await text.inputValue()).replace('fourteen', 'eleven'));
        await press(editor, 'Save the change');
        assert.match(await status(editor), /Saved\./);
        await tab(editor, 'Corrections');
        await editor.getByLabel('It said').fill('fourteen times');
        await editor.getByLabel('It now says').fill('eleven times');
        await editor.getByLabel('Why', { exact: true }).fill('Fourteen is the number of openings cancelled.');
        await press(editor, 'Publish it');
        assert.match(await main(editor), /It is published\./);

        await reader.goto(published());
        assert.match(await main(reader), /Correction, 14 March 2026, 16:20 GMT/);
        assert.match(await main(reader), /has stuck eleven times/);
        await reader.goto(`${published()}history/`);
        assert.equal(await reader.locator('del').filter({ hasText: 'fourteen' }).count(), 1);
        assert.equal(await reader.locator('ins').filter({ hasText: 'eleven' }).count(), 1);
      },
    );
  });
});
