import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { lookOver } from '../../../test/support/accessibility.ts';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openNewsroom } from '../../../test/support/newsroom.ts';
import { granted, publishSample, send, setSetting } from '../../../test/support/publish.ts';
import { plugInAuthenticator } from '../../desk/you/fixtures.ts';
import { bringByPasskey } from '../../pseudonyms/passkey-answer.ts';
import { findWriter } from '../../pseudonyms/queries.ts';
import { endKeys } from '../../pseudonyms/writer-keys.ts';
import type { EngineName } from '../../store/migrations/statements.ts';

const secret = 'm'.repeat(43);
const refused = 'The passkey was not taken';

/** Mike, who writes in a browser with a device that keeps passkeys. */
async function open(t: TestContext, engine: EngineName) {
  const room = await openNewsroom(engine, { staffed: false });
  t.after(() => room.close());
  const { site, address } = room;
  await setSetting(site, 'comments.policy', 'open');
  const { id: articleId } = await publishSample(site);
  granted(await send(site, { articleId, name: 'Mike', secret }));
  const { context, page } = await room.open();
  const device = await plugInAuthenticator(context, page);
  const be = async (whose: string | null) => {
    await context.clearCookies();
    if (whose !== null) await context.addCookies([{ name: 'hustings_writer', value: whose, url: address }]);
    await page.goto(`${address}/you/`);
  };
  const press = (name: string) => page.getByRole('button', { name }).click();
  const text = () => page.locator('main').innerText();
  const bring = async () => {
    await press('Bring the names by a passkey');
    await page.waitForLoadState();
  };
  await be(secret);
  await press('Make a passkey');
  await page.waitForURL(/done=passkey/);
  return { ...room, articleId, page, device, be, press, text, bring };
}

onBothEngines('a passkey as a writer’s key', (engine) => {
  test('brings the names to a browser that has none, once for each answer', async (t) => {
    const { site, web, address, faults, page, device, be, press, text } = await open(t, engine);
    assert.match(await text(), /The passkey keeps your names[\s\S]*A passkey, since/);
    assert.equal(await device.keys(), 1);
    await press('Make a passkey');
    await page.getByText('This device keeps a passkey for your names already.').waitFor();

    await be(null);
    assert.match(await text(), /No name is kept in this browser yet/);
    const sent = page.waitForRequest((request) => request.url().endsWith('/you/bring/passkey/'));
    await press('Bring the names by a passkey');
    await page.waitForURL(/done=bring-names/);
    assert.match(await text(), /Mike/);
    const own = (await page.context().cookies()).find(({ name }) => name === 'hustings_writer')?.value ?? '';
    assert.notEqual(own, secret);
    assert.deepEqual(await findWriter(site.store.read, own), await findWriter(site.store.read, secret));

    const body = (await sent).postData() ?? '';
    assert.match(body, /answer=/);
    const headers = { origin: address, 'content-type': 'application/x-www-form-urlencoded' };
    const replies = await Promise.all(
      Array.from({ length: 20 }, () =>
        web.app.request(`${address}/you/bring/passkey/`, { method: 'POST', headers, body }),
      ),
    );
    assert.deepEqual([...new Set(replies.map(({ status }) => status))], [422]);
    assert.ok(replies.every((reply) => reply.headers.get('set-cookie') === null));
    assert.deepEqual(faults, []);
    await lookOver(page, 'your names with a passkey');
  });

  test('opens nothing too late, for another address, as a copy, without its owner, and once it is ended', async (t) => {
    const { site, address, page, device, be, press, text, bring } = await open(t, engine);
    await be(null);
    const path = '**/you/bring/passkey/';
    await page.route(path, async (route) => {
      site.clock.pass(6 * 60_000);
      await route.continue();
    });
    await bring();
    await page.getByText(refused).waitFor();
    await page.unroute(path);

    let answer = '';
    await page.route(path, async (route) => {
      answer = new URLSearchParams(route.request().postData() ?? '').get('answer') ?? '';
      await route.abort();
    });
    await be(null);
    const failed = page.waitForEvent('requestfailed');
    await press('Bring the names by a passkey');
    await failed;
    await page.unroute(path);
    const elsewhere = { ...site, config: { ...site.config, url: 'http://elsewhere.example' } };
    const browser = { secret: 'x'.repeat(43), letGo: false };
    const there = await bringByPasskey(elsewhere, { answer, browser });
    assert.equal(there.ok || there.code, 'passkey-refused');

    await be(null);
    await device.recognise(false);
    await press('Bring the names by a passkey');
    await page.getByText('No passkey was used').waitFor();
    await device.recognise(true);

    const kept = site.store.read.selectFrom('writer_keys').select('content').where('kind', '=', 'passkey');
    const { content } = await kept.executeTakeFirstOrThrow();
    const keep = (words: string | null) =>
      site.store.write((tx) =>
        tx.updateTable('writer_keys').set({ content: words }).where('kind', '=', 'passkey').execute(),
      );
    await keep(JSON.stringify({ ...JSON.parse(content ?? ''), counter: 1_000_000 }));
    await be(null);
    await bring();
    await page.getByText(refused).waitFor();
    await keep(content);

    const writerId = (await findWriter(site.store.read, secret))?.id ?? '';
    await site.store.write((tx) => endKeys(site, tx, { writerId, kind: 'passkey', why: 'ended' }));
    await be(null);
    await bring();
    await page.getByText(refused).waitFor();
    assert.match(await text(), /No name is kept in this browser yet/);
    assert.ok(address.startsWith('http://localhost'));
  });

  test('does not take the names from a browser that holds others, unless it lets them go', async (t) => {
    const { site, articleId, page, be, press, text } = await open(t, engine);
    const other = 'r'.repeat(43);
    granted(await send(site, { articleId, name: 'Rosa', secret: other, text: 'Words of Rosa.' }));
    await be(other);
    await press('Bring the names by a passkey');
    await page.getByText('This browser holds other names').first().waitFor();
    await page.locator('#f-bring-passkey-let_go').check();
    await press('Bring the names by a passkey');
    await page.waitForURL(/done=bring-names/);
    assert.match(await text(), /Mike/);
    assert.doesNotMatch(await text(), /Rosa/);
    assert.equal(await findWriter(site.store.read, other), null);
  });
});
