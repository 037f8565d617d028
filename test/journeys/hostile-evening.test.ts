import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Page } from 'playwright-core';
import { receiptPath } from '../../src/comments/receipt.ts';
import { publish, respond, stored } from '../../src/desk/fixtures.ts';
import { reportComment } from '../../src/moderation/reports/report-comment.ts';
import type { EngineName } from '../../src/store/migrations/statements.ts';
import { onBothEngines } from '../support/engines.ts';
import { type Newsroom, openNewsroom } from '../support/newsroom.ts';
import { granted, setSetting } from '../support/publish.ts';

const heldAtFirst = 200;
const perPage = 50;
const queue = '/desk/queue/';

/** An evening's work: an article with ten published responses, of which each is reported three times, and 200 held. */
async function openEvening(engine: EngineName, t: TestContext) {
  const room = await openNewsroom(engine);
  t.after(() => room.close());
  const { site } = room;
  await setSetting(site, 'comments.policy', 'open');
  const article = await publish(room, 'Harbour board to push for a toll');
  const shown: string[] = [];
  for (let number = 1; number <= 10; number += 1)
    shown.push(
      await respond(room, article.id, { name: `Regular ${number}`, text: `The toll, part ${number}.` }),
    );
  await setSetting(site, 'comments.policy', 'all-held');
  const held: string[] = [];
  for (let number = 1; number <= heldAtFirst; number += 1) {
    site.clock.pass(1000);
    held.push(
      await respond(room, article.id, { name: `Crowd ${number}`, text: `Shut up about it, ${number}.` }),
    );
  }
  const report = { reason: 'rule-1', text: '', email: '' };
  for (const [index, commentId] of shown.entries())
    for (const from of ['a', 'b', ...(index === 0 ? [] : ['c'])])
      granted(await reportComment(site, { ...report, commentId, from }));
  return { room, article, shown, held };
}

/** The thirtieth report comes from a reader's own browser: one press on a rule. */
async function readerReports(room: Newsroom, path: string, scripts: boolean): Promise<void> {
  const { page, context } = await room.open({ javaScriptEnabled: scripts });
  await page.goto(room.address + path);
  await page.getByRole('link', { name: 'Report 1', exact: true }).click();
  await page.getByRole('button', { name: /^Rule 1:/ }).click();
  await page.getByText('Your report is with the staff.').waitFor();
  await context.close();
}

/** Ten seconds later: what was pressed takes effect. */
async function tenSeconds({ site, reach }: Newsroom): Promise<void> {
  await reach(new Date(site.clock.now().getTime() + 10_000).toISOString());
}

/** Ticks what a hand would tick, fifty times quicker. */
const tickAll = `for (const box of document.querySelectorAll('input[form=many]')) box.checked = true`;

/** What a browser’s console says of the one decision that came late. */
const late = ['error: Failed to load resource: the server responded with a status of 409 (Conflict)'];

const heading = (page: Page) => page.locator('h1').innerText();

/** The writer of a refused response asks for a review at their receipt; somebody else than who refused it shows it again. */
async function review(room: Newsroom, commentId: string, { first, other }: { first: Page; other: Page }) {
  const { page, context } = await room.open({ javaScriptEnabled: false });
  await page.goto(room.address + receiptPath(room.site, commentId));
  await page.getByRole('button', { name: /review/i }).click();
  await context.close();
  await first.goto(`${room.address}${queue}?kind=review`);
  await first.locator('h2 a[href^="/desk/reviews/"]').click();
  await first.getByText('You decided this the first time').waitFor();
  await other.goto(`${room.address}${queue}?kind=review`);
  await other.locator('h2 a[href^="/desk/reviews/"]').click();
  await other.getByRole('textbox').first().fill('It is rude to nobody.');
  await other.getByRole('button', { name: 'Reverse: show it again' }).click();
  await other.getByText('Decided. Whoever asked is told.').waitFor();
  assert.equal((await stored(room, commentId)).state, 'published');
}

/** How many of these responses are in each state. */
async function standing({ site }: Newsroom, ids: string[]): Promise<Record<string, number>> {
  const rows = await site.store.read
    .selectFrom('comments')
    .select(({ fn }) => ['state', fn.countAll().as('count')])
    .where('id', 'in', ids)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, count }) => [state, Number(count)]));
}

/** The two of the evening, each with a browser of their own. */
async function enterBoth(room: Newsroom, javaScriptEnabled: boolean) {
  const { page: bede } = await room.enter('moderator', { javaScriptEnabled });
  const { page: nan } = await room.open({ javaScriptEnabled });
  await room.hire(nan, { name: 'Nan Ferriby', role: 'moderator' });
  return { bede, nan };
}

async function outcomes({ site }: Newsroom) {
  const rows = await site.store.read.selectFrom('report_items').select(['outcome', 'count']).execute();
  assert.equal(
    rows.reduce((sum, { count }) => sum + count, 0),
    30,
    'reports',
  );
  const of = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  return { kept: of('kept'), removed: of('removed') };
}

/** Each key that is pressed, counted. */
function keysOn(page: Page) {
  const keys = { pressed: 0, press };
  async function press(...all: string[]) {
    for (const key of all) await page.keyboard.press(key);
    keys.pressed += all.length;
  }
  return keys;
}

/** Waits until the page says so: behind fifty decisions that go out one after the other it may take a while. */
const said = (page: Page, words: RegExp) =>
  page.locator('[data-said]').filter({ hasText: words }).waitFor({ timeout: 90_000 });

async function withKeys(engine: EngineName, t: TestContext): Promise<void> {
  const { room, article, shown, held } = await openEvening(engine, t);
  await readerReports(room, article.path, true);
  const { bede, nan } = await enterBoth(room, true);
  const removed: string[] = [];

  await t.test('all of it waits in one list', async () => {
    await bede.goto(room.address + queue);
    assert.equal(await heading(bede), '210 waiting');
    await nan.goto(`${room.address}${queue}?kind=held`); // she will press on what he has decided by then
  });

  await t.test('one moderator decides on 200 held responses, in at most two keys for each', async () => {
    const keys = keysOn(bede);
    let pages = 0;
    let undone = 0;
    for (let index = 0; index < heldAtFirst; index += 1) {
      if (index % perPage === 0) {
        await tenSeconds(room);
        await bede.goto(`${room.address}${queue}?kind=held`);
        pages += 1;
      }
      if (index % 4 === 3) {
        removed.push(held[index] ?? '');
        await keys.press('x', '1');
      } else await keys.press('r');
      if (index === 20) {
        await said(bede, /Release of Crowd 21 takes effect/);
        await keys.press('u');
        await said(bede, /Crowd 21 is held again/);
        await keys.press('r');
        undone += 2;
      }
      if (index % perPage === perPage - 1) await said(bede, new RegExp(`Crowd ${index + 1}\\b`));
    }
    assert.equal(pages, 4);
    assert.equal(keys.pressed - undone, 150 + 2 * 50, 'one for each release, two for each removal');
    await tenSeconds(room);
    assert.deepEqual(await standing(room, held), { published: 150, refused: 50 });
  });

  await t.test('the other is told when she presses on what he has decided', async () => {
    await nan.keyboard.press('j');
    await nan.keyboard.press('k');
    await nan.keyboard.press('r');
    await said(nan, /decided already.*Bede Hallam released it/);
  });

  await t.test('she decides on 30 reports of ten responses with the same keys', async () => {
    await nan.goto(`${room.address}${queue}?kind=report`);
    assert.equal(await heading(nan), '10 waiting');
    assert.match(
      await nan.locator('[data-queue] > li').first().innerText(),
      /3 times, from as many network addresses/,
    );
    const last = await nan.locator('[data-queue] > li').last().locator('h2 bdi').innerText();
    const keys = keysOn(nan);
    for (let index = 0; index < 10; index += 1) await (index < 7 ? keys.press('r') : keys.press('x', '1'));
    await said(nan, new RegExp(`${last}\\b`));
    assert.equal(keys.pressed, 7 + 2 * 3);
    await tenSeconds(room);
    assert.deepEqual(await outcomes(room), { kept: 7, removed: 3 });
    assert.deepEqual(await standing(room, shown), { published: 7, removed: 3 });
  });

  await t.test('a removal of his is reviewed by her', async () => {
    await review(room, removed[0] ?? '', { first: bede, other: nan });
  });
  assert.deepEqual(room.faults, late);
}

async function withButtons(engine: EngineName, t: TestContext): Promise<void> {
  const { room, article, shown, held } = await openEvening(engine, t);
  await readerReports(room, article.path, false);
  const { bede, nan } = await enterBoth(room, false);
  const of = (id: string) => `#response-${id}`;
  const first = held[0] ?? '';

  await t.test(
    'without scripts a removal, an undone release and a second decision each tell what became of it',
    async () => {
      await nan.goto(`${room.address}${queue}?kind=held`);
      await bede.goto(room.address + queue);
      assert.equal(await heading(bede), '210 waiting');
      await bede.goto(`${room.address}${queue}?kind=held`);
      await bede.locator(`${of(first)} summary.cut`).click();
      await bede.locator(`${of(first)} input[value=rule-1]`).check();
      await bede.locator(`${of(first)} form[action$="/remove/"] button`).click();
      await bede.getByText('It gets no number').waitFor();
      await nan.locator(`${of(first)} form[action$="/release/"] button`).click();
      await nan.getByText('Bede Hallam removed it').waitFor();
      await nan.goto(`${room.address}${queue}?kind=held`);
      const second = of(held[1] ?? '');
      await nan.locator(`${second} form[action$="/release/"] button`).click();
      await nan.locator('.undo button').click();
      await nan.getByText('is held again: the release was undone').waitFor();
    },
  );

  await t.test('a page of fifty is released by ticks and one press', async () => {
    for (let left = heldAtFirst - 1; left > 0; left -= perPage) {
      await bede.goto(`${room.address}${queue}?kind=held`);
      await bede.evaluate(tickAll);
      await bede.getByRole('button', { name: 'Release the ticked' }).click();
      await bede.getByRole('heading', { name: /Release pressed on \d+ responses/ }).waitFor();
      await tenSeconds(room);
    }
    assert.deepEqual(await standing(room, held), { refused: 1, published: 199 });
  });

  await t.test(
    '30 reports are decided by a press each, and a removal of his is reviewed by her',
    async () => {
      await nan.goto(`${room.address}${queue}?kind=report`);
      for (const [index, id] of shown.entries()) {
        if (index < 7) await nan.locator(`${of(id)} form[action$="/keep/"] button`).click();
        else {
          await nan.locator(`${of(id)} summary.cut`).click();
          await nan.locator(`${of(id)} input[value=rule-1]`).check();
          await nan.locator(`${of(id)} form[action$="/remove/"] button`).click();
        }
        await nan.waitForURL(new RegExp(`decided=${id}`));
      }
      await tenSeconds(room);
      assert.deepEqual(await outcomes(room), { kept: 7, removed: 3 });
      await review(room, first, { first: bede, other: nan });
    },
  );
  assert.deepEqual(room.faults, late);
}

onBothEngines('a hostile evening', (engine) => {
  test('by keys', (t) => withKeys(engine, t));
  test('without scripts', (t) => withButtons(engine, t));
});
