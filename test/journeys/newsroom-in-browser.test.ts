import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { plugInAuthenticator } from '../../src/desk/you/fixtures.ts';
import { onBothEngines } from '../support/engines.ts';
import { openNewsroom } from '../support/newsroom.ts';
import { photograph } from './photograph.ts';

const claim = 'will be decided on 30 March';

onBothEngines('a newsroom in a browser', (engine) => {
  test('an article goes from an invitation to its denial', async (t) => {
    const newsroom = await openNewsroom(engine, { staffed: false });
    t.after(() => newsroom.close());
    const faults: string[] = [];
    const open = async () => {
      const opened = await newsroom.open();
      opened.page.on('pageerror', (error) => faults.push(String(error)));
      return opened;
    };
    const [{ page: owner }, { page: editor }, { page: reader }] = [await open(), await open(), await open()];
    const { context, page: author } = await open();
    await newsroom.hire(owner, { name: 'Ann Osei', role: 'owner' });
    await newsroom.hire(editor, { name: 'Edda Rees', role: 'editor' });
    const go = (page: Page, path: string) => page.goto(newsroom.address + path);
    const toll = '/2026/03/13/board-wants-a-toll/';
    let draft = '';

    await t.test('the owner invites an author, who accepts and enrols a passkey', async () => {
      await go(owner, '/desk/staff/');
      await owner.getByLabel('Name', { exact: true }).first().fill('Imogen Thrale');
      await owner.getByLabel('E-mail address').fill('imogen@ledger.example');
      await owner.getByLabel('Role', { exact: true }).first().selectOption('author');
      await press(owner, 'Make the invitation');
      const [link = ''] = /http:\S+token=[\w-]+/.exec(await main(owner)) ?? [];
      const device = await plugInAuthenticator(context, author);
      await author.goto(link);
      await press(author, 'Accept the invitation');
      await author.getByLabel('Name of the new passkey').fill('Harbour laptop');
      await press(author, 'Add a passkey');
      await author.waitForURL(/done=passkey-added/);
      assert.equal(await device.keys(), 1);
      await press(author, 'Sign out');
      await press(author, 'Sign in with a passkey');
      await author.waitForURL(`${newsroom.address}/desk/`);
      assert.equal((await author.goto(link))?.status(), 410, 'an invitation works once');
    });

    await t.test('the author writes with a picture, marks a dated claim and sends it to review', async () => {
      await go(author, '/desk/articles/new/');
      await author.getByLabel('Title', { exact: true }).fill('Board wants a toll');
      await author.getByRole('textbox', { name: 'Text', exact: true }).click();
      await author.keyboard.type(`The toll ${claim}. The bridge has stuck fourteen times.`);
      await author.keyboard.press('Enter');
      await author.getByRole('button', { name: 'Picture', exact: true }).click();
      const dialog = author.getByRole('dialog', { name: 'Picture' });
      await dialog.getByLabel('Or send a new one').setInputFiles(await photograph());
      await dialog.getByLabel('What it shows, for whoever does not see it').fill('The bridge stands open.');
      await dialog.getByLabel('Credit').fill('Ledger');
      await dialog.getByRole('button', { name: 'Put it in' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await press(author, 'Save draft');
      await author.waitForURL(/done=saved/);
      draft = new URL(author.url()).pathname;
      await author.getByRole('link', { name: 'Claims', exact: true }).last().click();
      await author.getByLabel('The passage', { exact: true }).fill(claim);
      await author.getByLabel('Comes due on').fill('2026-03-30');
      await press(author, 'Mark it');
      assert.match(await main(author), /It is marked\./);
      await author.getByRole('link', { name: 'Publishing', exact: true }).last().click();
      await press(author, 'Send to review');
      assert.match(await main(author), /Sent to review\./);
    });

    await t.test('an editor sets a time, and readers have it then', async () => {
      await go(editor, `${draft}publishing/`);
      await editor.getByLabel('Day and time').fill('2026-03-13T06:30');
      await press(editor, 'Publish it then');
      await newsroom.reach('2026-03-13T06:29:59.000Z');
      assert.equal((await go(reader, toll))?.status(), 404);
      await newsroom.reach('2026-03-13T06:30:00.000Z');
      assert.equal((await go(reader, toll))?.status(), 200);
      const article = await main(reader);
      assert.match(article, /The toll will be decided on 30 March\./);
      assert.match(article, /Comes due 30 March 2026/);
      const picture = reader.getByAltText('The bridge stands open.');
      assert.ok((await picture.getAttribute('srcset'))?.includes('640w'));
    });

    await t.test('the editor corrects it; readers see the correction and the history', async () => {
      await newsroom.reach('2026-03-14T16:20:00.000Z');
      await go(editor, draft);
      await find(editor, 'fourteen', 'eleven');
      await press(editor, 'Save the change');
      await editor.waitForURL(/done=saved/);
      await editor.getByRole('link', { name: 'Corrections', exact: true }).last().click();
      await editor.getByLabel('It said').fill('fourteen times');
      await editor.getByLabel('It now says').fill('eleven times');
      await editor.getByLabel('Why', { exact: true }).fill('Fourteen is the number of openings cancelled');
      await press(editor, 'Publish it');
      await go(reader, toll);
      assert.match(await main(reader), /Correction, 14 March 2026, 16:20 GMT[\s\S]*has stuck eleven times/);
      await go(reader, `${toll}history/`);
      assert.equal(await reader.locator('del').filter({ hasText: 'fourteen' }).count(), 1);
      assert.equal(await reader.locator('ins').filter({ hasText: 'eleven' }).count(), 1);
    });

    await t.test('the day of the claim comes, and the desk shows it due', async () => {
      await newsroom.reach('2026-03-30T08:00:00.000Z');
      await go(author, '/desk/');
      await author.getByRole('link', { name: 'Claims due 1', exact: true }).click();
      assert.match(await main(author), new RegExp(`Due today[\\s\\S]*${claim}`));
    });

    await t.test('a follow-up denies it, and both pages say so', async () => {
      await go(editor, '/desk/articles/new/');
      await editor.getByLabel('Title', { exact: true }).fill('Council throws the toll out');
      await editor.getByRole('textbox', { name: 'Text', exact: true }).click();
      await editor.keyboard.type('Six votes to three.');
      await press(editor, 'Save draft');
      await editor.waitForURL(/done=saved/);
      await editor.getByRole('link', { name: 'Claims', exact: true }).last().click();
      await editor.locator('summary').filter({ hasText: 'Say what came of it' }).click();
      await editor.getByLabel('What came of it', { exact: true }).first().selectOption('denied');
      await editor.getByLabel('In one plain sentence').first().fill('It fell by six votes to three');
      await press(editor, 'Keep it for this article’s publication');
      await editor.getByRole('link', { name: 'Text', exact: true }).last().click();
      await press(editor, 'Publish now');
      await editor.waitForURL(/done=published/);
      await newsroom.reach('2026-03-30T08:01:00.000Z');
      await go(reader, toll);
      assert.match(await main(reader), /Denied[\s\S]*It fell by six votes to three/);
      await reader.getByRole('link', { name: 'Council throws the toll out' }).first().click();
      await reader.waitForURL(/council-throws-the-toll-out/);
      assert.match(await main(reader), /Board wants a toll[\s\S]*Denied/);
      await go(author, '/desk/claims/');
      assert.doesNotMatch(await main(author), new RegExp(claim));
    });

    assert.deepEqual(faults, []);
  });
});

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();
const main = (page: Page) => page.locator('main').innerText();

/** Replaces words in the rich editor by its own find and replace. */
async function find(page: Page, wanted: string, other: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Text', exact: true }).click();
  await page.keyboard.press('Control+f');
  await page.getByLabel('Find in the text').fill(wanted);
  await page.getByLabel('Replace with').fill(other);
  await page.getByRole('button', { name: 'Replace all', exact: true }).click();
}
