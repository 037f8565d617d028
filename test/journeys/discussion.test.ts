import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { closeBrowser, openBrowser } from '../support/browser.ts';
import { onBothEngines } from '../support/engines.ts';
import { openForAll } from './capture.ts';
import { type Install, newInstall, type Server } from './install.ts';

after(closeBrowser);

const words = 'My grandmother missed one boat by it and married the man who missed it too.';
const quoting = `“Missed one boat by it and married the man” is the best of it. Agree with Tide-Table, and the first response is right.`;

onBothEngines('an argument among readers, with scripts on one engine and without on the other', (engine) => {
  const scripts = engine === 'sqlite';
  let install: Install;
  let server: Server;
  let path: string;
  let phrase: string;
  const contexts: BrowserContext[] = [];
  const readers = new Map<string, Page>();

  before(async () => {
    install = await newInstall(engine);
    ({ path } = await openForAll(install));
    server = await install.serve();
    for (const name of ['resident', 'stranger', 'telephone']) readers.set(name, await newReader());
  });
  after(async () => {
    for (const context of contexts) await context.close();
    await install.remove();
  });

  async function newReader(): Promise<Page> {
    const context = await (await openBrowser()).newContext({ javaScriptEnabled: scripts });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(5_000);
    return page;
  }

  const by = (name: string) => readers.get(name) ?? assert.fail(`no reader ${name}`);
  const go = (page: Page, to = path) => page.goto(install.url + to);
  const response = (page: Page, number: number) => page.locator(`#response-${number}`);

  async function write(page: Page, name: string, text: string) {
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Your response').fill(text);
  }

  async function post(page: Page) {
    await page.getByRole('button', { name: 'Post response' }).click();
    await page.waitForLoadState();
  }

  test('a name is whose it was published under first', async () => {
    const page = by('resident');
    await go(page);
    await write(page, 'Tide Table', `The clock kept ferry time. “${words}” That is #3, and worth a clock.`);
    await post(page);
    assert.equal(page.url(), `${install.url}${path}#response-7`);
    assert.match(await response(page, 7).innerText(), /\[exact, response 3\]/);
  });

  test('what would be taken for it is refused, with other names, and not a word is lost', async () => {
    const page = by('stranger');
    await go(page);
    await write(page, 'TIDE-TABLE', quoting);
    await post(page);
    const refused = await page.getByRole('alert').innerText();
    assert.match(refused, /Your words are kept/);
    assert.equal(await page.getByLabel('Your response').inputValue(), quoting);
    assert.match(
      await page.locator('form.reply, form').filter({ hasText: 'Your response' }).innerText(),
      /Tide|taken|held/,
    );
  });

  test('what was found is shown before it is sent, and a link is switched off', async () => {
    const page = by('stranger');
    await write(page, 'Salt Stair', quoting);
    await page.getByRole('button', { name: 'Preview', exact: true }).click();
    const preview = page.locator('.preview');
    assert.match(await preview.innerText(), /\[exact, response 3\]/);
    assert.match(await preview.innerText(), /\[response 7\]/);
    await page.getByLabel('Do not link “the first response”').check();
    await post(page);
    assert.equal(page.url(), `${install.url}${path}#response-8`);
    const text = await response(page, 8).innerText();
    assert.match(text, /\[exact, response 3\]/);
    assert.match(text, /Tide-Table \[response 7\]/);
    assert.doesNotMatch(text, /\[response 1\]/);
  });

  test('a quotation leads to its passage, and the passage says who quotes it', async () => {
    const page = by('stranger');
    await response(page, 8).getByRole('link', { name: '[exact, response 3]' }).click();
    const { hash } = new URL(page.url());
    const passage = response(page, 3).locator('p', { has: page.locator(hash) });
    assert.match(await passage.innerText(), /missed one boat by it and married the man/i);
    assert.match(await response(page, 3).innerText(), /Quoted by 7, 8/);
    assert.match(await response(page, 7).innerText(), /Referred to by 8/);
  });

  test('a recovery phrase brings the name to another device', async () => {
    const page = by('resident');
    await go(page, '/you/');
    assert.match(await page.locator('main').innerText(), /Tide Table/);
    await page.getByRole('button', { name: 'Make a recovery phrase' }).click();
    phrase = (await page.locator('b[translate=no]').innerText()).trim();
    const telephone = by('telephone');
    await go(telephone, '/you/');
    await telephone.getByLabel('Your recovery phrase').fill(phrase.toUpperCase());
    await telephone.getByRole('button', { name: 'Bring the names' }).first().click();
    assert.match(await telephone.locator('main').innerText(), /Tide Table/);
    await go(telephone);
    await write(telephone, 'Tide Table', 'Written on the ferry.');
    await post(telephone);
    assert.match(await response(telephone, 9).innerText(), /Same writer as 7/);
  });

  test('words are changed within ten minutes, for everybody to see that they were', async () => {
    const page = by('stranger');
    await go(page, '/you/responses/');
    await page
      .getByRole('link', { name: /Change or withdraw it/ })
      .first()
      .click();
    await page.getByRole('link', { name: 'Change the words' }).click();
    await page.getByLabel('Your words').fill(`${quoting} So there.`);
    await page.getByRole('button', { name: 'Save the change' }).click();
    await go(page);
    assert.match(await response(page, 8).innerText(), /So there\.[\s\S]*[Ee]dited/);
    assert.match(await response(page, 8).innerText(), /\[exact, response 3\]/);
  });

  test('what was quoted stays accounted for when its writer withdraws it', async () => {
    const page = by('resident');
    await go(page, '/you/responses/');
    await page
      .getByRole('link', { name: /Change or withdraw it/ })
      .last()
      .click();
    await page.getByRole('button', { name: 'Withdraw it' }).click();
    await go(page);
    assert.match(await response(page, 7).innerText(), /Its writer withdrew this response/);
    assert.match(await response(page, 8).innerText(), /Tide-Table \[response 7, withdrawn\]/);
  });

  test('a conversation is read by itself, and a response is cited with the address of its very words', async () => {
    const page = by('stranger');
    await go(page, `${path}responses/8/cite/`);
    assert.match(await page.locator('main').innerText(), /Salt Stair/);
    await go(page);
    await page.getByLabel('In reply to').selectOption('3, Ms Fen');
    await write(page, 'Salt Stair', 'The collector should have the ice as well.');
    await post(page);
    await go(page, `${path}responses/10/conversation/`);
    const conversation = await page.locator('main').innerText();
    assert.match(conversation, /missed one boat/);
    assert.match(conversation, /have the ice as well/);
  });

  test('the record is whole, and nothing went wrong unseen', async () => {
    assert.match(await install.do('verify'), /^The record is whole/);
    assert.equal(await server.stop(), 0);
    assert.equal(server.said().err, '');
  });
});
