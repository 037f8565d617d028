import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { violations } from '../../test/support/accessibility.ts';
import { closeBrowser, openBrowser } from '../../test/support/browser.ts';
import { granted } from '../../test/support/publish.ts';
import { articleInput } from '../articles/article.ts';
import { writeArticle } from '../articles/save-article.ts';
import { publishPage } from '../publication/static-pages/save-page.ts';
import { listStaff } from '../staff/queries.ts';
import { makeToken } from '../tokens/make-token.ts';
import { scopes } from '../tokens/token.ts';
import { addAssets } from '../web/assets.ts';
import { listen, stopListening } from '../web/server.ts';
import { addWebhook, testWebhook } from '../webhooks/change-webhook.ts';
import { eventTypes } from '../webhooks/webhook.ts';
import { type Desk, linkFor, openDesk, pass, publish, respond, signedIn } from './fixtures.ts';

const shots = process.env.HUSTINGS_SHOTS;
const editor = { actor: { role: 'editor' as const }, staffId: null };
const longWord = `Wrenmouth${'swingbridgetollcommittee'.repeat(8)}`;

test('the desk in a browser', async (t) => {
  const desk = await openDesk('sqlite', { HUSTINGS_URL: 'http://localhost:4000' });
  addAssets(desk.web);
  const articleId = await fill(desk);
  const { id: tagId } = await desk.site.store.read.selectFrom('tags').select('id').executeTakeFirstOrThrow();
  const pageId = granted(
    await publishPage(desk.site, editor, {
      input: { title: `About ${longWord}`, source: 'Who we are.' },
      slug: 'about-us',
      reserved: () => false,
    }),
  ).id;
  const server = await listen(desk.web, { port: 0, host: '127.0.0.1' });
  const address = `http://localhost:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  t.after(async () => {
    await closeBrowser();
    await stopListening(server);
  });

  const pages = {
    home: '/desk/',
    queue: '/desk/queue/',
    responses: '/desk/responses/',
    'responses-of': `/desk/responses/?article=${articleId}`,
    articles: '/desk/articles/',
    new: '/desk/articles/new/',
    edit: `/desk/articles/${articleId}/`,
    publishing: `/desk/articles/${articleId}/publishing/`,
    corrections: `/desk/articles/${articleId}/corrections/`,
    claims: '/desk/claims/',
    'claims-of': `/desk/articles/${articleId}/claims/`,
    sources: `/desk/articles/${articleId}/sources/`,
    record: '/desk/record/',
    tokens: '/desk/tokens/',
    webhooks: '/desk/webhooks/',
    webhook: `/desk/webhooks/${await fillPrograms(desk)}/`,
    jobs: '/desk/jobs/',
    tags: '/desk/tags/',
    pages: '/desk/pages/',
    'pages-new': '/desk/pages/new/',
    page: `/desk/pages/${pageId}/`,
    menu: '/desk/menu/',
    tag: `/desk/tags/${tagId}/`,
    settings: '/desk/settings/',
    ...Object.fromEntries(
      ['publication', 'responses', 'texts', 'look', 'css', 'mail', 'privacy'].map((group) => [
        `settings-${group}`,
        `/desk/settings/${group}/`,
      ]),
    ),
    nothing: '/desk/nothing/',
  };

  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [360, 1280])
      await t.test(
        `breaks no rule of accessibility and never scrolls sideways, ${colorScheme}, ${width} pixels wide`,
        async () => {
          const viewport = { width, height: 900 };
          const context = await browser.newContext({ colorScheme, viewport, bypassCSP: true });
          const check = async (page: Page, name: string) => {
            if (shots) await shoot(page, `${shots}/desk-${name}-${colorScheme}-${width}.png`);
            assert.deepEqual(await violations(page), [], name);
            const wide = Number(await page.evaluate('document.documentElement.scrollWidth'));
            assert.ok(wide <= width, `${name} is ${wide} wide`);
          };
          const page = await context.newPage();
          await page.goto(`${address}/desk/`);
          await check(page, 'sign-in');
          await enter(page, 'owner');
          for (const [name, path] of Object.entries(pages)) {
            await page.goto(address + path);
            await check(page, name);
          }
          await page.goto(`${address}/desk/queue/`);
          await page.locator('summary').first().click();
          await check(page, 'queue-removing');
          await arriving(page, () => removeWithoutReason(page));
          await check(page, 'refused');
          assert.equal(await page.evaluate('document.activeElement.id'), 'refused');
          await page.goto(`${address}/desk/queue/`);
          await arriving(page, () =>
            page
              .getByRole('button', { name: /^Release/ })
              .last()
              .click(),
          );
          await check(page, 'pressed');
          await arriving(page, () => page.locator('.undo button').click());
          await check(page, 'undone');
          await writeAndPreview(page);
          await check(page, 'preview');
          await page.getByLabel('Title', { exact: true }).fill('');
          await arriving(page, () => page.getByRole('button', { name: 'Save draft' }).first().click());
          await check(page, 'article-refused');
          await context.close();
        },
      );

  await t.test(
    'is signed into by the button, works without scripts and breaks no content policy',
    async () => {
      const context = await browser.newContext({ javaScriptEnabled: false });
      const page = await context.newPage();
      const faults: string[] = [];
      page.on('console', (message) => faults.push(message.text()));
      await enter(page, 'moderator');
      assert.equal(new URL(page.url()).pathname, '/desk/');
      await page.goto(`${address}/desk/queue/`);
      const first = page.locator('li.open').first();
      await first.locator('summary').click();
      await first.getByLabel('Rule 5', { exact: false }).check();
      await first.getByLabel('A sentence to the writer').fill('No advertisements here.');
      await first.getByRole('button', { name: 'Remove', exact: true }).click();
      assert.match((await page.getByRole('status').textContent()) ?? '', /was removed/);
      await page.getByRole('button', { name: 'Sign out' }).click();
      assert.match((await page.getByRole('status').textContent()) ?? '', /signed out/);
      assert.deepEqual(faults, []);
      await context.close();
    },
  );

  await t.test(
    'every target is at least 24 pixels high and wide, but for links inside sentences',
    async () => {
      const context = await browser.newContext({ viewport: { width: 360, height: 900 }, bypassCSP: true });
      const page = await context.newPage();
      await enter(page, 'owner');
      for (const [name, path] of Object.entries(pages)) {
        await page.goto(address + path);
        assert.deepEqual(await page.evaluate(smallTargets), [], name);
      }
      await context.close();
    },
  );

  async function enter(page: Page, role: 'owner' | 'moderator'): Promise<void> {
    await page.goto(address + (await linkFor(desk, role)));
    await page.getByRole('button', { name: 'Sign in' }).click();
  }

  async function writeAndPreview(page: Page): Promise<void> {
    await page.goto(`${address}/desk/articles/new/`);
    await page.getByLabel('Title', { exact: true }).fill('Council throws out bridge toll');
    await page.getByLabel('Standfirst').fill('Six votes to three, after four hours.');
    await page.getByLabel('Text', { exact: true }).fill(body);
    await arriving(page, () => page.getByRole('button', { name: 'Preview' }).first().click());
  }
});

async function removeWithoutReason(page: Page): Promise<void> {
  await page.locator('form').evaluateAll((forms) => {
    for (const form of forms as unknown as { noValidate: boolean }[]) form.noValidate = true;
  });
  await page.getByLabel('A sentence to the writer').first().fill('Says that a member stole the gear.');
  await page.getByRole('button', { name: 'Remove', exact: true }).first().click();
}

const smallTargets = `[...document.querySelectorAll('a, button, input, select, summary, textarea')]
  .filter((element) => !element.closest('p:not(.links, .actions), .vh, .words, h2, li.item h2') && element.type !== 'hidden' && !element.matches('.num'))
  .filter((element) => !element.classList.contains('skip') && element.offsetParent !== null)
  .map((element) => [(element.closest('label') ?? element).getBoundingClientRect(), element.outerHTML.slice(0, 120)])
  .filter(([box]) => box.height < 24 || box.width < 24)
  .map(([box, html]) => html + ' ' + box.width + ' × ' + box.height)`;

const body = `The highways committee refused the harbour board its toll last night, by six votes to three.

Dunstan Peverell, for the board, spoke for eleven minutes. He said that the bridge would be closed to vehicles.

> I would rather have bolts.`;

/** An article with responses of every state, and a queue. Answers the article's id. */
async function fill(desk: Desk): Promise<string> {
  const { id } = await publish(desk, 'Harbour board to push for a toll');
  const other = await publish(desk, `School crossing: ${longWord}`);
  const text =
    'The tickets were green going out and buff coming home. What number 6 said about the accounts was wrong and I am glad it is gone.';
  const moderator = await signedIn(desk, 'moderator');
  for (const name of ['Tea Stall', 'Lamplighter', 'Ropewalk']) {
    const response = await respond(desk, id, { name, text });
    await moderator.post(`/desk/queue/${response}/release/`);
    await pass(desk, 10_000);
    desk.site.clock.pass(1_000);
    if (name === 'Lamplighter')
      await moderator.post(`/desk/responses/${response}/remove/`, {
        ...{ reason: 'rule-3', sentence: 'The page linked does not show it.' },
      });
  }
  const cheap = await respond(desk, id, { name: 'Cheap Anchors 4 U', text: 'Great article!!' });
  await moderator.post(`/desk/queue/${cheap}/remove/`, { reason: 'rule-5' });
  const held: [string, string, string][] = [
    [other.id, 'Nine Elms Nan', 'Table 6 is in thousands. That is all that is wrong with it.'],
    [id, 'עדה מהרציף', `“Arithmetic, not policy” indeed. ${longWord} https://wharfside.example/gear`],
    [id, 'Sluice Lane', '> I would rather have bolts\n\nThat is what all of us would rather have.'],
  ];
  for (const [articleId, name, words] of held) {
    const inReplyTo = articleId === id ? { inReplyTo: 1 } : {};
    await respond(desk, articleId, { name, text: words, url: 'https://wharfside.example/', ...inReplyTo });
    desk.site.clock.pass(25 * 60_000);
  }
  await tagged(desk, `Tag ${longWord}`.slice(0, 100));
  await sayBeside(desk, id, other.id);
  await pass(desk, 0);
  return id;
}

/** A draft with a tag. */
async function tagged({ site }: Desk, tags: string): Promise<void> {
  await writeArticle(
    site,
    articleInput.parse({ title: 'The tolls of the bridge', body: 'Two pence.', tags }),
  );
}

/** Corrections, claims in every state and how we know: beside the article and its follow-up. */
async function sayBeside(desk: Desk, id: string, other: string): Promise<void> {
  const owner = await signedIn(desk, 'owner');
  const page = (article: string, name: string) => `/desk/articles/${article}/${name}/`;
  const was = { was: `It said ${longWord}`, now: 'It says less', why: 'A reader saw it' };
  const note = { do: 'give', kind: 'correction', prominence: 'top', revision: '', ...was };
  assert.equal((await owner.post(page(id, 'corrections'), note)).status, 303);
  for (const due of ['2020-01-01', '2026-03-12', '2030-01-01']) {
    const claim = { do: 'mark', passage: 'The board met at six', claim: longWord, due };
    assert.equal((await owner.post(page(id, 'claims'), claim)).status, 303);
    assert.equal((await owner.post(page(other, 'claims'), claim)).status, 303);
  }
  const said = { do: 'close', article: other, number: '3', outcome: 'partly', date: '2026-03-12' };
  const closed = await owner.post(`${page(id, 'claims')}close/`, { ...said, sentence: longWord });
  assert.equal(closed.status, 303);
  const known = { version: '0', 'source-0-class': 'own', 'source-0-count': '2', 'source-0-note': 'Seen' };
  assert.equal((await owner.post(page(id, 'sources'), known)).status, 303);
}

async function shoot(page: Page, path: string): Promise<void> {
  mkdirSync(path.slice(0, path.lastIndexOf('/')), { recursive: true });
  await page.screenshot({ path, fullPage: true });
}

/** Does what leads to another page, and waits until that one is there. */
async function arriving(page: Page, act: () => Promise<void>): Promise<void> {
  const loaded = page.waitForEvent('load');
  await act();
  await loaded;
}

/** Tokens and a webhook with long names, and something sent. Answers the webhook's id. */
async function fillPrograms({ site }: Desk): Promise<string> {
  const [owner] = (await listStaff(site)).filter(({ role }) => role === 'owner');
  assert.ok(owner);
  const name = `مرحبا ${'Tidetable'.repeat(9)}`;
  assert.ok((await makeToken(site, owner, { name, scopes: [...scopes], days: 30 })).ok);
  const url = `https://hook.example/${'x'.repeat(300)}`;
  const added = await addWebhook(site, owner, { url, events: [...eventTypes] });
  assert.ok(added.ok);
  assert.ok((await testWebhook(site, added.value.id)).ok);
  return added.value.id;
}
