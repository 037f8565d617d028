import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { lookOver } from '../../../test/support/accessibility.ts';
import { type Newsroom, openNewsroom } from '../../../test/support/newsroom.ts';
import { granted, setSetting } from '../../../test/support/publish.ts';
import { reportComment } from '../../moderation/reports/report-comment.ts';
import { pass, publish, respond, stored } from '../fixtures.ts';

const held = 56;

/** Counts the keys that are pressed. */
class Keys {
  pressed = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    this.pressed += keys.length;
  }
}

async function heldOf(room: Newsroom, count: number): Promise<{ ids: string[]; articleId: string }> {
  const { id } = await publish(room, 'Harbour board to push for a toll');
  const ids: string[] = [];
  for (let number = 1; number <= count; number += 1) {
    room.site.clock.pass(1000);
    ids.push(await respond(room, id, { name: `Writer ${number}`, text: `Words of the toll, ${number}.` }));
  }
  return { ids, articleId: id };
}

const said = (page: Page, words: RegExp) => page.locator('[data-said]').filter({ hasText: words }).waitFor();
const current = (page: Page) => page.locator('[data-queue] > [aria-current]');

test('a full queue is decided by keys, in at most two for each', async (t) => {
  const room = await openNewsroom('sqlite');
  t.after(() => room.close());
  const { ids } = await heldOf(room, held);
  const { page } = await room.enter('moderator');
  await page.goto(`${room.address}/desk/queue/`);
  const keys = new Keys(page);
  const removed = new Set<string>();

  await t.test('the first that waits is marked, and has no focus before a key is pressed', async () => {
    assert.equal(await current(page).getAttribute('id'), `response-${ids[0]}`);
    assert.equal(await page.evaluate('document.activeElement === document.body'), true);
  });

  await t.test('one key releases, two remove; each moves on, with the focus on the next', async () => {
    for (let index = 0; index < held; index += 1) {
      if (index === 50) {
        await said(page, /Writer 50/);
        const loaded = page.waitForEvent('load');
        await keys.press('j');
        await loaded;
        await page.locator('[data-queue] > [aria-current]').waitFor();
      }
      const id = ids[index] ?? '';
      assert.equal(await current(page).getAttribute('id'), `response-${id}`);
      if (index % 4 === 3) {
        await keys.press('x', '5');
        removed.add(id);
      } else await keys.press('r');
    }
    await said(page, /Writer 56/);
    assert.equal(keys.pressed, 42 + 2 * 14 + 1, '42 releases, 14 removals, and one for the next page');
    assert.ok(keys.pressed / held <= 2);
  });

  await t.test('every one became what its key says, and nothing else', async () => {
    await pass(room, 10_000);
    for (const id of ids) {
      const { state } = await stored(room, id);
      assert.equal(state, removed.has(id) ? 'refused' : 'published');
    }
    const rows = await room.site.store.read
      .selectFrom('comment_decisions')
      .select(['kind', 'reason_code'])
      .where('kind', '=', 'refuse')
      .execute();
    assert.ok(rows.every(({ reason_code }) => reason_code === 'rule-5'));
    assert.equal(rows.length, removed.size);
  });
  assert.deepEqual(room.faults, []);
});

test('keys of the queue', async (t) => {
  const room = await openNewsroom('sqlite');
  t.after(() => room.close());
  const { ids, articleId } = await heldOf(room, 5);
  const { page } = await room.enter('moderator');
  await page.goto(`${room.address}/desk/queue/`);
  const { keyboard } = page;
  const here = () => current(page).getAttribute('id');
  const at = (index: number) => `response-${ids[index]}`;

  await t.test('go to the next and back, and carry the focus', async () => {
    await keyboard.press('j');
    await keyboard.press('j');
    assert.equal(await here(), at(2));
    await keyboard.press('k');
    assert.equal(await page.evaluate('document.activeElement.id'), at(1));
  });

  await t.test('undo the last release, which is told and waits again', async () => {
    await keyboard.press('r');
    await said(page, /Release of Writer 2 takes effect in \d+ seconds/);
    await page
      .locator(`#${at(1)}`)
      .getByRole('button', { name: 'Undo' })
      .waitFor();
    await keyboard.press('u');
    await said(page, /Writer 2 is held again/);
    assert.equal(await here(), at(1));
    assert.equal((await stored(room, ids[1] ?? '')).release_at, null);
    await keyboard.press('u');
    await said(page, /no release to undo/);
  });

  await t.test('are letters while one types: in the sentence to the writer', async () => {
    await keyboard.press('x');
    await page.locator(`#sentence-${ids[1]}`).focus();
    await keyboard.type('jrxu 15?');
    assert.equal(await page.locator(`#sentence-${ids[1]}`).inputValue(), 'jrxu 15?');
    assert.equal((await stored(room, ids[1] ?? '')).state, 'held');
  });

  await t.test('leave the reasons by Escape, with nothing decided; digits mean nothing then', async () => {
    await page.locator(`#reason-${ids[1]}`).focus();
    await keyboard.press('Escape');
    assert.equal(await page.locator(`#${at(1)} details[open]`).count(), 0);
    await keyboard.press('5');
    assert.equal((await stored(room, ids[1] ?? '')).state, 'held');
  });

  await t.test('lead to the sentence where a reason needs one, and Enter decides', async () => {
    const waiting = await respond(room, articleId, { name: 'Purloiner', text: 'Names a juror.' });
    const other = await room.enter('owner');
    await other.page.goto(`${room.address}/desk/queue/`);
    const item = other.page.locator(`#response-${waiting}`);
    for (let step = 0; step < ids.length; step += 1) await other.page.keyboard.press('j');
    assert.equal(await item.getAttribute('aria-current'), 'true');
    const legal = await item.locator('input[value=legal]').evaluate((radio) => {
      const all = [...(radio.closest('form')?.querySelectorAll('input[type=radio]') ?? [])];
      return String(all.indexOf(radio) + 1);
    });
    await other.page.keyboard.press('x');
    await other.page.keyboard.press(legal);
    assert.equal(await other.page.evaluate('document.activeElement.name'), 'sentence');
    assert.equal((await stored(room, waiting)).state, 'held');
    await other.page.keyboard.type('It names a juror.');
    await other.page.keyboard.press('Enter');
    await said(other.page, /Removed: Purloiner\. For a legal reason/);
    assert.equal(other.page.url(), `${room.address}/desk/queue/`);
    await other.context.close();
  });

  await t.test('tell who decided first, where somebody else did', async () => {
    const other = await room.enter('owner');
    await other.page.goto(`${room.address}/desk/queue/`);
    await other.page.keyboard.press('x');
    await other.page.keyboard.press('2');
    await said(other.page, /Removed: Writer 1\. Rule 2/);
    await keyboard.press('k');
    await keyboard.press('r');
    await said(page, /decided already/);
    const line = await page.locator(`#${at(0)}`).textContent();
    assert.match(line ?? '', /Refused while held .*by Ann Osei, owner/s);
    await other.context.close();
  });

  await t.test('tell the others what one stays on', async () => {
    const claimed = page.waitForResponse(/\/open\/$/);
    await keyboard.press('j');
    await claimed;
    const other = await room.enter('owner');
    await other.page.goto(`${room.address}/desk/queue/`);
    assert.match(
      (await other.page.locator(`#${await here()}`).textContent()) ?? '',
      /Bede Hallam has it open\./,
    );
    await other.context.close();
  });

  await t.test('and the page tells what came meanwhile, without moving anything', async () => {
    const other = await room.enter('owner');
    await other.page.clock.install();
    await other.page.goto(`${room.address}/desk/queue/`);
    const before = await other.page.locator('[data-queue] > li').count();
    room.site.clock.pass(1000);
    await respond(room, articleId, { name: 'Half-Tide', text: 'There is a second set of tickets.' });
    await other.page.clock.runFor(30_000);
    await other.page.getByRole('link', { name: '1 more waits' }).waitFor();
    assert.equal(await other.page.locator('[data-queue] > li').count(), before);
    await other.context.close();
  });

  await t.test('are shown by ?, without a fault of accessibility, and can be others', async () => {
    await keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keys of the queue' }).waitFor();
    await lookOver(page, 'desk keys of the queue');
    await page.getByRole('textbox', { name: 'Release', exact: true }).fill('x');
    await page.getByRole('button', { name: 'Keep' }).click();
    assert.match((await page.getByRole('alert').textContent()) ?? '', /Each key must be one character/);
    await page.getByRole('textbox', { name: 'Release', exact: true }).fill('A');
    await page.getByRole('button', { name: 'Keep' }).click();
    await page.reload();
    const first = await here();
    await keyboard.press('r');
    assert.equal(await here(), first, 'the old key means nothing');
    await keyboard.press('a');
    await said(page, /Release of Writer/);
    assert.notEqual(await here(), first);
  });

  await t.test('can be off, and the buttons stay', async () => {
    await page.getByRole('button', { name: 'Keys…' }).click();
    await page.getByLabel('Keys are on').uncheck();
    await page.getByRole('button', { name: 'Keep' }).click();
    const first = await here();
    await keyboard.press('j');
    assert.equal(await here(), first);
    assert.ok((await page.getByRole('button', { name: /^Release the response/ }).count()) > 0);
  });

  await t.test('and under the article the same decisions are taken in place', async () => {
    await setSetting(room.site, 'comments.policy', 'open');
    const article = await publish(room, 'School crossing');
    const id = await respond(room, article.id, { name: 'Turncock', text: 'They took the till.' });
    await respond(room, article.id, { name: 'Ropewalk', text: 'Did they?' });
    const report = { commentId: id, reason: 'rule-3', text: 'It is not so.', email: '', from: 'a' };
    granted(await reportComment(room.site, report));
    await page.goto(room.address + article.path);
    const response = page.locator('#response-1');
    const open = response.getByText('Decide');
    await open.waitFor();
    assert.match(await response.locator('.at-desk > summary').innerText(), /reported 1 time/);
    await open.press('Enter');
    await response.getByText('It is not so.').waitFor();
    await lookOver(page, 'the decisions of staff under an article');
    await response.getByRole('button', { name: /^Keep/ }).click();
    await response.getByRole('status').filter({ hasText: 'Keeping of Turncock takes effect' }).waitFor();
    await response.getByRole('button', { name: /^Undo/ }).click();
    await response.getByRole('status').filter({ hasText: 'wait again' }).waitFor();
    await response.getByText('Remove…').click();
    await response.getByLabel('For a legal reason').check();
    await response.getByRole('button', { name: 'Remove', exact: true }).click();
    const refused = response.getByRole('alert');
    await refused.waitFor();
    assert.match(await refused.innerText(), /Say in a sentence what is wrong/);
    await response.getByLabel(/^A sentence to the writer/).fill('It names a juror.');
    await response.getByRole('button', { name: 'Remove', exact: true }).click();
    await page.locator('#response-1.gone').waitFor();
    assert.doesNotMatch(await response.innerText(), /They took the till/);
    assert.match(await page.locator('#rh').innerText(), /1 removed/);
    assert.ok(
      await response.locator('.at-desk > summary').evaluate((its) => its === its.ownerDocument.activeElement),
    );
    await response.getByRole('button', { name: /^Restore/ }).click();
    await page.locator('#response-1:not(.gone)').waitFor();
    assert.equal((await stored(room, id)).state, 'published');
    const line = page.locator('#response-2 .at-desk');
    assert.equal(await line.count(), 1);

    const author = await room.enter('author');
    const reader = await room.open();
    for (const { page: theirs, context } of [author, reader]) {
      const asked: string[] = [];
      theirs.on('request', (request) => asked.push(new URL(request.url()).pathname));
      await theirs.goto(room.address + article.path, { waitUntil: 'load' });
      if (theirs === author.page) await theirs.waitForResponse(/\/desk\/thread\//);
      await theirs.reload({ waitUntil: 'load' });
      await theirs.waitForTimeout(200);
      assert.equal(await theirs.locator('.at-desk').count(), 0);
      const desk = asked.filter((path) => path.startsWith('/desk/'));
      assert.equal(
        desk.length,
        theirs === author.page ? 1 : 0,
        'an author is told no once, a reader asks nothing',
      );
      await context.close();
    }
  });
  assert.deepEqual(
    room.faults.filter((fault) => !/status of 4(?:03|09|22)/.test(fault)),
    [],
  );
});
