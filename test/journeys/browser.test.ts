import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { lookOver } from '../support/accessibility.ts';
import { closeBrowser, openBrowser } from '../support/browser.ts';
import { onBothEngines } from '../support/engines.ts';
import { openForAll, title, writers } from './capture.ts';
import { type Install, newInstall, type Server, until } from './install.ts';

after(closeBrowser);

onBothEngines('readers and editors in a browser without scripts', (engine) => {
  let install: Install;
  let server: Server;
  let article: { id: string; path: string };
  let reader: Page;
  let editor: Page;
  let receipt: string;
  const asked: string[] = [];
  const contexts: BrowserContext[] = [];

  before(async () => {
    install = await newInstall(engine);
    article = await openForAll(install);
    server = await install.serve();
    reader = await newPage(await openBrowser());
    editor = await newPage(await openBrowser());
  });
  after(async () => {
    for (const context of contexts) await context.close();
    await install.remove();
  });

  async function newPage(browser: Browser): Promise<Page> {
    const context = await browser.newContext({ javaScriptEnabled: false });
    contexts.push(context);
    context.on('request', (request) => asked.push(request.url()));
    const page = await context.newPage();
    page.setDefaultTimeout(5_000);
    return page;
  }

  const readArticle = (page = reader) => page.goto(install.url + article.path);
  const heading = (page = reader) => page.locator('#responses h2').innerText();
  const response = (number: number, page = reader) => page.locator(`#response-${number}`);

  test('six responses stand in their order, each with its number', async () => {
    await readArticle();
    assert.equal(await reader.locator('h1').innerText(), title);
    assert.equal(await heading(), `6 Responses to “${title}”`);
    assert.deepEqual(
      (await reader.locator('#responses .response h3').allInnerTexts()).map(oneLine),
      writers.map((name, index) => `${index + 1}. ${name} says:`),
    );
    assert.match(await response(3).innerText(), /My grandmother missed one boat/);
    assert.equal(await reader.getByRole('heading', { name: 'Leave a Reply' }).count(), 1);
  });

  test('a refused form keeps every word, and is brought to what was refused', async () => {
    await reader.getByLabel('Name', { exact: true }).fill('!?');
    await reader.getByLabel('Your response').fill('> It kept ferry time.\n\nTwenty past, *always*.');
    await reader.getByRole('button', { name: 'Post response' }).click();
    assert.match(await reader.getByRole('alert').innerText(), /was not posted\. Your words are kept\./);
    assert.equal(
      await reader.getByLabel('Your response').inputValue(),
      '> It kept ferry time.\n\nTwenty past, *always*.',
    );
    assert.equal(await heading(), `6 Responses to “${title}”`);
  });

  test('it is looked at first, then posted, and stands as number 7', async () => {
    await reader.getByLabel('Name', { exact: true }).fill('Tide Table');
    await reader.getByLabel('In reply to').selectOption('2, Half-Tide');
    await reader.getByRole('button', { name: 'Preview', exact: true }).click();
    const preview = reader.locator('.preview');
    assert.match(await preview.innerText(), /not sent yet/i);
    assert.equal(await preview.locator('blockquote').innerText(), 'It kept ferry time. [exact, response 2]');
    assert.equal(await preview.locator('em').innerText(), 'always');
    assert.equal(await heading(), `6 Responses to “${title}”`);
    await reader.getByRole('button', { name: 'Post response' }).click();
    assert.equal(reader.url(), `${install.url}${article.path}#response-7`);
    assert.equal(await heading(), `7 Responses to “${title}”`);
    assert.match(oneLine(await response(7).innerText()), /^7\. Tide Table says: .*In reply to 2, Half-Tide/);
    assert.match(await response(2).innerText(), /Answered by 7/);
  });

  test('an editor signs in by the link that the server printed, once', async () => {
    const link = await server.link();
    await editor.goto(link);
    await editor.getByRole('button', { name: 'Sign in' }).click();
    assert.equal(editor.url(), `${install.url}/desk/`);
    const other = await newPage(await openBrowser());
    await other.goto(link);
    await other.getByRole('button', { name: 'Sign in' }).click();
    assert.match(await other.getByRole('alert').innerText(), /has been used/);
    await other.goto(`${install.url}/desk/queue/`);
    assert.equal(new URL(other.url()).pathname, '/desk/sign-in/');
  });

  test('the editor removes the first response, for a reason', async () => {
    await editor.getByRole('link', { name: 'Articles', exact: true }).first().click();
    await editor.getByRole('link', { name: `Responses of ${title}` }).click();
    await editor.getByLabel('Number of the response').fill('1');
    await editor.getByRole('button', { name: 'Show' }).click();
    const item = editor.locator('li.open');
    assert.match(await item.innerText(), /I wound that clock/);
    await item.locator('summary.cut').click();
    await item.getByLabel('Rule 3', { exact: false }).check();
    await item.getByRole('button', { name: 'Remove', exact: true }).click();
    await editor.waitForURL(/#response-1$/);
    assert.match(await editor.locator('#response-1').innerText(), /This response was removed\./);
  });

  test('a removed response leaves its number, and every other keeps its own', async () => {
    await readArticle();
    assert.equal(await heading(), `6 Responses to “${title}” (1 removed)`);
    const tombstone = oneLine(await response(1).innerText());
    assert.match(tombstone, /^1\. Removed .*Reason: Rule 3: .*Its number stays\./);
    assert.doesNotMatch(await reader.content(), /I wound that clock/);
    assert.match(oneLine(await response(3).innerText()), /^3\. Ms Fen says: .*My grandmother/);
    await reader.goto(`${install.url}${article.path}responses/3/`);
    assert.equal(reader.url(), `${install.url}${article.path}#response-3`);
  });

  test('a writer’s first response waits, and only its receipt shows it', async () => {
    await install.do('setting', 'comments.policy', 'first-held');
    const newcomer = await newPage(await openBrowser());
    await until(
      'the policy holds',
      async () => (await install.run('setting', 'comments.policy')).out === 'first-held\n',
    );
    await readArticle(newcomer);
    await newcomer.getByLabel('Name', { exact: true }).fill('New Here');
    await newcomer.getByLabel('Your response').fill('The collector is my uncle.');
    await newcomer.getByRole('button', { name: 'Post response' }).click();
    receipt = newcomer.url();
    assert.match(receipt, /\/receipt\/[\w-]+\/[\w-]+\/$/);
    assert.match(await newcomer.getByRole('status').innerText(), /Waiting for a moderator\./);
    assert.match(await newcomer.locator('main').innerText(), /The collector is my uncle\./);
    await readArticle();
    assert.doesNotMatch(await reader.content(), /New Here|my uncle/);
    const guess = await reader.goto(receipt.replace(/.{3}\/$/, 'AAA/'));
    assert.equal(guess?.status(), 404);
  });

  test('a release can be undone for ten seconds, and is public only after them', async () => {
    await editor.goto(`${install.url}/desk/queue/`);
    await editor.getByRole('button', { name: 'Release the response by New Here' }).click();
    await editor.locator('form.undo').getByRole('button', { name: 'Undo' }).click();
    assert.match(await editor.getByRole('status').innerText(), /held again/);
    const pressed = performance.now();
    await editor.getByRole('button', { name: 'Release the response by New Here' }).click();
    assert.match(await editor.locator('form.undo').innerText(), /takes effect in (?:9|10) seconds/);
    let publicAfter = 0;
    await until(
      'the release takes effect',
      async () => {
        await readArticle();
        publicAfter = performance.now() - pressed;
        return (await response(8).count()) === 1;
      },
      14_000,
    );
    assert.ok(publicAfter > 9_900, `it was public after ${publicAfter} ms`);
    assert.ok(publicAfter < 12_500, `it was public after ${publicAfter} ms`);
    assert.match(await response(8).innerText(), /The collector is my uncle\./);
    assert.equal(await heading(), `7 Responses to “${title}” (1 removed)`);
  });

  test('its writer reads on the receipt that it is published, and takes it back', async () => {
    await reader.goto(receipt);
    assert.match(await reader.getByRole('status').innerText(), /Published\..*Response 8, in its place/s);
    await reader.getByRole('button', { name: 'Withdraw it' }).click();
    assert.equal(reader.url(), receipt);
    assert.match(await reader.getByRole('status').innerText(), /Withdrawn\./);
    assert.equal(await reader.getByRole('button', { name: 'Withdraw it' }).count(), 0);
    await readArticle();
    assert.equal(await heading(), `6 Responses to “${title}” (1 removed, 1 withdrawn)`);
    assert.match(
      oneLine(await response(8).innerText()),
      /^8\. Withdrawn .*Its writer withdrew this response\./,
    );
  });

  test('an editor writes an article, looks at it and publishes it', async () => {
    await editor.goto(`${install.url}/desk/`);
    await editor.getByRole('link', { name: 'Write an article' }).click();
    await editor.getByLabel('Title', { exact: true }).fill('The clock stays');
    await editor.getByLabel('Standfirst').fill('The office found the deed.');
    await editor
      .getByLabel('Text', { exact: true })
      .fill('It was **never** the ferry’s.\n\nIt hangs where it hung.');
    await editor.getByLabel('By', { exact: true }).fill('Imogen Thrale');
    await editor.getByLabel('Tags', { exact: true }).fill('Harbour, Clocks');
    await editor.getByRole('button', { name: 'Preview' }).first().click();
    assert.match(await editor.locator('main').innerText(), /nothing is saved yet/i);
    await editor.getByRole('button', { name: 'Publish now' }).first().click();
    assert.match(await editor.locator('main').innerText(), /Published\./);
    await reader.goto(install.url);
    await reader.getByRole('link', { name: 'The clock stays' }).first().click();
    assert.match(new URL(reader.url()).pathname, /^\/\d{4}\/\d\d\/\d\d\/the-clock-stays\/$/);
    assert.equal(await reader.locator('strong').first().innerText(), 'never');
    assert.match(await reader.locator('main').innerText(), /Imogen Thrale/);
    await reader.getByRole('link', { name: 'Clocks' }).first().click();
    assert.equal(await reader.locator('h1').innerText(), 'Articles tagged Clocks');
  });

  test('the record says what was removed and why, and repeats no word of it', async () => {
    await reader.goto(install.url);
    await reader.getByRole('link', { name: 'The record' }).first().click();
    const lines = oneLine(await reader.locator('main').innerText());
    for (const line of [
      /Response 1 removed .*?By the owner\..*?Rule 3/,
      /Response 8 published/,
      /Response 8 withdrawn by its writer/,
      /Article published/,
      /Article brought in from an archive/,
    ])
      assert.match(lines, line);
    assert.doesNotMatch(lines, /I wound|my uncle|New Here|Lock Keeper/);
    await reader.getByRole('link', { name: /^Removed/ }).click();
    assert.equal(await reader.locator('main li h3').count(), 1);
  });

  test('the search finds a word of an article and of a response, and none that is gone', async () => {
    await reader.goto(`${install.url}/search`);
    await reader.getByLabel('Search articles and responses').fill('grandmother');
    await reader.getByRole('button', { name: 'Search' }).click();
    assert.match(await reader.locator('main').innerText(), /One place was found\./);
    await reader.goto(`${install.url}/search?q=uncle`);
    assert.match(await reader.locator('main').innerText(), /Nothing here contains “uncle”\./);
  });

  test('no page of all these asked another host for anything', () => {
    const hosts = new Set(asked.map((url) => new URL(url).host));
    assert.deepEqual([...hosts], [new URL(install.url).host]);
    assert.ok(asked.length > 40);
  });

  test('the record is whole, and nothing went wrong unseen', async () => {
    assert.match(await install.do('verify'), /^The record is whole/);
    assert.equal(await server.stop(), 0);
    assert.equal(server.said().err, '');
  });
});

describe('the demo publication as it is served', () => {
  let install: Install;
  let server: Server;
  let browser: Browser;

  before(async () => {
    install = await newInstall('sqlite');
    server = await install.serve('--demo');
    browser = await openBrowser();
  });
  after(() => install.remove());

  test('breaks no rule of accessibility, narrow and wide, light and dark', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    const go = (path: string) => page.goto(install.url + path);
    await page.goto(await server.link());
    await page.getByRole('button', { name: 'Sign in' }).click();
    await go('/');
    const hrefs = await page.locator('main a').evaluateAll(hrefsOf);
    const article =
      hrefs.find((href) => /^\/\d{4}\/\d\d\/\d\d\/[^#]+\/$/.test(href)) ?? assert.fail('no article');
    await go('/tags/');
    const tags = await page.locator('main a').evaluateAll(hrefsOf);
    const tag = tags.find((href) => href.startsWith('/tag/')) ?? assert.fail('no tag');

    const visits: Record<string, () => Promise<unknown>> = {
      front: () => go('/'),
      article: () => go(article),
      tag: () => go(tag),
      search: () => go('/search?q=bridge'),
      'refused form': async () => {
        await go(article);
        await page.getByLabel('Name', { exact: true }).fill('!?');
        await page.getByLabel('Your response').fill(' \u200b ');
        await page.getByRole('button', { name: 'Post response' }).click();
        await page.locator('#refused').waitFor();
      },
      'desk home': () => go('/desk/'),
      'desk queue': () => go('/desk/queue/'),
    };
    for (const [name, visit] of Object.entries(visits)) {
      await visit();
      await lookOver(page, name);
    }
    await context.close();
  });

  test('has its record whole, and loads but once', async () => {
    assert.equal(await server.stop(), 0);
    assert.match(await install.do('verify'), /^The record is whole/);
    const again = await install.serve('--demo');
    await again.link();
    assert.doesNotMatch(again.said().err, /Loading the demo/);
    assert.equal(await again.stop(), 0);
  });
});

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function hrefsOf(links: unknown[]): string[] {
  return (links as { getAttribute(name: string): string | null }[]).map(
    (link) => link.getAttribute('href') ?? '',
  );
}
