import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { closeBrowser, openBrowser } from '../support/browser.ts';
import { onBothEngines } from '../support/engines.ts';
import { openMailServer } from '../support/mail-server.ts';
import { ask } from './ask.ts';
import { importCapture, openForAll, title } from './capture.ts';
import { type Install, newInstall, type Server, until } from './install.ts';

after(closeBrowser);

const words = 'My grandmother missed one boat by it and married the man who missed it too.';

/** Two arguments stand in each install: names hold on the whole site, so each has its own. */
const disputes = [
  {
    scripts: true,
    title,
    keeper: 'Tide Table',
    alike: 'TIDE-TABLE',
    called: 'Tide-Table',
    guest: 'Salt Stair',
  },
  {
    ...{ scripts: false, title: 'Ferry company to keep the slipway clock' },
    ...{ keeper: 'Lamp Post', alike: 'LAMP-POST', called: 'Lamp-Post', guest: 'Gull Wing' },
  },
];

onBothEngines('an argument among readers', (engine) => {
  const ends: (() => void | Promise<void>)[] = [];
  let install: Install;
  let server: Server;
  let letters: string[];

  before(async () => {
    const mail = await openMailServer({ after: (end) => ends.push(end as () => Promise<void>) });
    letters = mail.taken;
    install = await newInstall(engine, mail.env);
    await openForAll(install);
    for (const { title: other } of disputes.slice(1)) await importCapture(install, other);
    server = await install.serve();
  });
  after(async () => {
    await install.remove();
    for (const end of ends) await end();
  });

  for (const { scripts, ...cast } of disputes)
    describe(scripts ? 'with scripts' : 'without scripts', () =>
      argue({ scripts, ...cast, at: () => install.url, letters: () => letters }),
    );

  test('the record is whole, and nothing went wrong unseen', async () => {
    assert.match(await install.do('verify'), /^The record is whole/);
    assert.equal(await server.stop(), 0);
    assert.equal(server.said().err, '');
  });
});

type Argument = (typeof disputes)[number] & { at: () => string; letters: () => string[] };

function argue({ scripts, title: heading, keeper, alike, called, guest, at, letters }: Argument): void {
  const quoting = `“Missed one boat by it and married the man” is the best of it. Agree with ${called}, and the first response is right.`;
  const email = `${guest.replace(' ', '-').toLowerCase()}@post.example`;
  const contexts: BrowserContext[] = [];
  const readers = new Map<string, Page>();
  let path: string;

  before(async () => {
    for (const name of ['resident', 'stranger', 'telephone']) readers.set(name, await newReader());
    const page = by('resident');
    await page.goto(`${at()}/`);
    await page.getByRole('link', { name: heading, exact: true }).first().click();
    path = new URL(page.url()).pathname;
  });
  after(async () => {
    for (const context of contexts) await context.close();
  });

  async function newReader(): Promise<Page> {
    const context = await (await openBrowser()).newContext({ javaScriptEnabled: scripts, ...calm });
    contexts.push(context);
    const page = await context.newPage();
    page.setDefaultTimeout(5_000);
    return page;
  }

  const by = (name: string) => readers.get(name) ?? assert.fail(`no reader ${name}`);
  const go = (page: Page, to = path) => page.goto(at() + to);
  const response = (page: Page, number: number) => page.locator(`#response-${number}`);

  async function write(page: Page, name: string, text: string) {
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByLabel('Your response').fill(text);
  }

  /** Presses a button that leads to another page, and waits until that one is there. */
  async function press(page: Page, name: string) {
    const loaded = page.waitForEvent('load');
    await page.getByRole('button', { name, exact: true }).click();
    await loaded;
  }

  const post = (page: Page) => press(page, 'Post response');

  /** The newest letter to the reader that says something. */
  async function letter(says: RegExp): Promise<string> {
    const found = () => letters().findLast((each) => each.includes(email) && says.test(each));
    await until(`a letter that says ${says}`, async () => found() !== undefined, 15_000);
    return found() ?? '';
  }

  test('a name is whose it was published under first', async () => {
    const page = by('resident');
    await go(page);
    await write(page, keeper, `The clock kept ferry time. “${words}” That is #3, and worth a clock.`);
    await post(page);
    assert.equal(page.url(), `${at()}${path}#response-7`);
    assert.match(await response(page, 7).innerText(), /\[exact, response 3\]/);
  });

  test('what would be taken for it is refused, with other names, and not a word is lost', async () => {
    const page = by('stranger');
    await go(page);
    await write(page, alike, quoting);
    await post(page);
    const refused = await page.getByRole('alert').innerText();
    assert.match(refused, /Your words are kept/);
    assert.equal(await page.getByLabel('Your response').inputValue(), quoting);
    assert.match(
      await page.locator('form.reply, form').filter({ hasText: 'Your response' }).innerText(),
      /taken|held/,
    );
  });

  test('what was found is shown before it is sent, and a link is switched off', async () => {
    const page = by('stranger');
    await write(page, guest, quoting);
    await press(page, 'Preview');
    const preview = page.locator('.preview');
    assert.match(await preview.innerText(), /\[exact, response 3\]/);
    assert.match(await preview.innerText(), /\[response 7\]/);
    await page.getByLabel('Do not link “the first response”').check();
    await page.getByLabel('E-mail, if you like').fill(email);
    await page.getByLabel('Write to me when somebody answers').check();
    await post(page);
    assert.equal(page.url(), `${at()}${path}#response-8`);
    const text = await response(page, 8).innerText();
    assert.match(text, /\[exact, response 3\]/);
    assert.match(text, new RegExp(`${called} \\[response 7\\]`));
    assert.doesNotMatch(text, /\[response 1\]/);
  });

  test('no letter comes before a yes to the first', async () => {
    const page = by('stranger');
    await page.goto(addressIn(await letter(/is this your address/)));
    await press(page, 'Yes, write to me');
    assert.match(await page.locator('main').innerText(), new RegExp(`quotes or refers to you on ${heading}`));
    await go(page);
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
    assert.match(await page.locator('main').innerText(), new RegExp(keeper));
    await press(page, 'Make a recovery phrase');
    const phrase = (await page.locator('b[translate=no]').innerText()).trim();
    const telephone = by('telephone');
    await go(telephone, '/you/');
    await telephone.getByLabel('Your recovery phrase').fill(phrase.toUpperCase());
    await telephone.getByRole('button', { name: 'Bring the names' }).first().click();
    assert.match(await telephone.locator('main').innerText(), new RegExp(keeper));
    await go(telephone);
    await go(by('stranger'));
    await telephone.getByLabel('In reply to').selectOption(`8, ${guest}`);
    await write(telephone, keeper, 'Written on the ferry.');
    await post(telephone);
    assert.match(await response(telephone, 9).innerText(), /Same writer as 7/);
  });

  test('who is answered hears of it, on the page and by a letter that ends by one press', async () => {
    const page = by('stranger');
    if (scripts) {
      await page.getByRole('button', { name: 'Show 1 new response' }).click();
      assert.match(await response(page, 9).innerText(), /Written on the ferry/);
    }
    const news = await letter(/Written on the ferry/);
    assert.match(news, /^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m);
    const stop = /^List-Unsubscribe: <([^>]+)>/m.exec(news.replace(/\r?\n[ \t]+/g, ' '))?.[1] ?? '';
    assert.equal((await ask(stop, { method: 'POST', ...oneClick })).status, 200);
    await page.goto(stop.replace(/stop\/.*$/, ''));
    assert.match(await page.locator('main').innerText(), /No letters are sent to this address/);
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
    await press(page, 'Save the change');
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
    await press(page, 'Withdraw it');
    await go(page);
    assert.match(await response(page, 7).innerText(), /Its writer withdrew this response/);
    assert.match(await response(page, 8).innerText(), new RegExp(`${called} \\[response 7, withdrawn\\]`));
  });

  test('a conversation is read by itself, and a response is cited with the address of its very words', async () => {
    const page = by('stranger');
    await go(page, `${path}responses/8/cite/`);
    assert.match(await page.locator('main').innerText(), new RegExp(guest));
    await go(page);
    await page.getByLabel('In reply to').selectOption('3, Ms Fen');
    await write(page, guest, 'The collector should have the ice as well.');
    await post(page);
    await go(page, `${path}responses/10/conversation/`);
    const conversation = await page.locator('main').innerText();
    assert.match(conversation, /missed one boat/);
    assert.match(conversation, /have the ice as well/);
  });

  test('everything of one’s own is taken along, then erased: the numbers stay', async () => {
    const page = by('stranger');
    await go(page, '/you/responses/');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download everything (JSON)' }).click(),
    ]);
    const kept = readFileSync(await file.path(), 'utf8');
    assert.match(kept, /have the ice as well/);
    assert.ok(kept.includes(email) && !kept.includes('Written on the ferry'));
    await page.getByLabel('What goes').selectOption({ index: 2 });
    await press(page, 'Erase');
    assert.match(await page.getByRole('alert').innerText(), /Type the word erase/);
    await page.getByLabel('Type “erase” to confirm').fill('erase');
    await press(page, 'Erase');
    assert.match(await page.getByRole('status').innerText(), /it is erased/);
    await go(page);
    for (const number of [8, 10]) {
      assert.doesNotMatch(await response(page, number).innerText(), new RegExp(`${guest}|So there|the ice`));
      assert.match(await response(page, number).locator('.num').innerText(), new RegExp(`${number}\\.`));
    }
  });
}

/** Nothing moves by itself. */
const calm = { reducedMotion: 'reduce', forcedColors: 'active' } as const;

/** What a mail program sends for its reader’s one press (RFC 8058, 3.1). */
const oneClick = {
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: 'List-Unsubscribe=One-Click',
};

function addressIn(text: string): string {
  return /^\s*(http\S+\/letters\/\S+)/m.exec(text)?.[1] ?? assert.fail(text);
}
