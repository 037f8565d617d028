import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openNewsroom } from '../../../test/support/newsroom.ts';
import { disableStaff } from '../../staff/disable-staff.ts';
import { ownerWithoutCredential } from '../../staff/queries.ts';
import { type Desk, linkFor, openDesk, signedIn } from '../fixtures.ts';
import { plugInAuthenticator } from './fixtures.ts';

async function privateActions({ site }: Desk): Promise<string[]> {
  const rows = await site.store.read
    .selectFrom('record_entries')
    .select(['action', 'visibility'])
    .orderBy('id')
    .execute();
  assert.ok(rows.every((row) => row.visibility === 'private'));
  return rows.map((row) => row.action).filter((action) => action !== 'staff.add');
}

onBothEngines('passkeys in a browser', (engine) => {
  test('somebody adds a passkey, names it, signs in with it, and removes it', async (t) => {
    const desk = await openNewsroom(engine);
    t.after(() => desk.close());
    const { context, page } = await desk.open();
    const { faults } = desk;
    const device = await plugInAuthenticator(context, page);
    await page.goto(desk.address + (await linkFor(desk, 'owner')));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Ann Osei' }).click();
    assert.match(await mainText(page), /You have no passkey yet/);

    await page.getByLabel('Name of the new passkey').fill('Harbour laptop');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.waitForURL(/done=passkey-added/);
    assert.match(await mainText(page), /Harbour laptop, in one device alone\. Added/);
    assert.equal(await device.keys(), 1);
    assert.equal(await ownerWithoutCredential(desk.site), null, 'no link is printed from now on');

    await page.getByLabel('Name of the new passkey').fill('The same once more');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('This device has a passkey of yours already.').waitFor();

    const before = await context.cookies();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.waitForURL(`${desk.address}/desk/`);
    assert.match(await mainText(page), /Good to see you, Ann Osei/);
    const session = (cookies: typeof before) => cookies.find(({ name }) => /session/.test(name))?.value;
    assert.notEqual(session(await context.cookies()), session(before));

    await page.goto(`${desk.address}/desk/you/`);
    await page.getByText('Rename or remove').click();
    await page.getByLabel('Name the passkey').fill('Quay laptop');
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.waitForURL(/done=passkey-renamed/);
    assert.match(await mainText(page), /Quay laptop/);
    await page.getByText('Rename or remove').click();
    await page.getByRole('button', { name: 'Remove', exact: false }).click();
    await page.getByRole('heading', { name: 'Remove your last passkey?' }).waitFor();
    assert.match(await mainText(page), /made on the server/);
    assert.equal(await ownerWithoutCredential(desk.site), null, 'nothing is removed yet');
    await page.getByRole('button', { name: 'Remove it all the same' }).click();
    await page.waitForURL(/done=passkey-removed/);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('This passkey did not sign you in').waitFor();
    assert.deepEqual(await privateActions(desk), [
      ...['staff.sign-in', 'staff.credential-add', 'staff.sign-in', 'staff.credential-remove'],
    ]);
    assert.deepEqual(
      faults.filter((text) => !/409|422/.test(text)),
      [],
    );
  });

  test('a device that does not know its owner adds nothing and signs nobody in', async (t) => {
    const desk = await openNewsroom(engine);
    t.after(() => desk.close());
    const { context, page } = await desk.open();
    const device = await plugInAuthenticator(context, page);
    await page.goto(desk.address + (await linkFor(desk, 'author')));
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.goto(`${desk.address}/desk/you/`);
    await device.recognise(false);
    await page.getByLabel('Name of the new passkey').fill('Lost phone');
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.getByText('No passkey was added').waitFor();
    await device.recognise(true);
    await page.getByRole('button', { name: 'Add a passkey' }).click();
    await page.waitForURL(/done=passkey-added/);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await device.recognise(false);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('No passkey was used').waitFor();
    await device.recognise(true);
    assert.ok((await disableStaff(desk.site, 'author@ledger.example')).ok);
    await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
    await page.getByText('This passkey did not sign you in').waitFor();
  });
});

onBothEngines('passkeys, from outside', (engine) => {
  test('what is no answer of a browser’s is refused with a sentence, and the name that was typed is kept', async () => {
    const desk = await openDesk(engine);
    const browser = await signedIn(desk, 'editor');
    const forged = { id: 'AA', rawId: 'AA', type: 'public-key', clientExtensionResults: {} };
    const bytes = {
      clientDataJSON: 'e30',
      attestationObject: 'AA',
      authenticatorData: 'AA',
      signature: 'AA',
    };
    const answers = ['', 'null', '[]', '{', '{"id":1}', JSON.stringify({ ...forged, response: bytes })];
    assert.equal((await browser.post('/desk/you/passkeys/question/')).status, 200);
    for (const answer of answers) {
      const refused = await browser.post('/desk/you/passkeys/', { name: 'Quay <b>laptop', answer });
      assert.equal(refused.status, 422, answer);
      assert.match(refused.text, /The passkey was not added/);
      assert.match(refused.text, /value="Quay &lt;b&gt;laptop"/);
    }
    for (const name of ['', 'x'.repeat(61)]) {
      const refused = await browser.post('/desk/you/passkeys/', { name, answer: answers.at(-1) ?? '' });
      assert.match(refused.text, /href="#f-name">/);
    }
    assert.equal((await browser.post('/desk/sign-in/passkey/question/')).status, 200);
    for (const answer of answers) {
      const refused = await browser.post('/desk/sign-in/passkey/', { answer });
      assert.equal(refused.status, 422, answer);
      assert.match(refused.text, /This passkey did not sign you in/);
    }
    assert.equal((await browser.get('/desk/')).status, 200, 'whoever was signed in still is');
  });

  test('the question names the publication’s host alone, and asks for a device that knows its owner', async () => {
    const desk = await openDesk(engine);
    const browser = await signedIn(desk, 'editor');
    const added = JSON.parse((await browser.post('/desk/you/passkeys/question/')).text);
    assert.equal(added.rp.id, 'ledger.example');
    assert.equal(added.authenticatorSelection.residentKey, 'required');
    assert.equal(added.authenticatorSelection.userVerification, 'required');
    const used = JSON.parse((await browser.post('/desk/sign-in/passkey/question/')).text);
    assert.deepEqual(
      [used.rpId, used.userVerification, used.allowCredentials],
      ['ledger.example', 'required', undefined],
    );
  });

  test('whoever signed in some time ago is asked to sign in once more, and comes back', async (t) => {
    const desk = await openDesk(engine);
    t.mock.timers.enable({ apis: ['Date'], now: desk.site.clock.now() });
    const browser = await signedIn(desk, 'editor');
    assert.match((await browser.get('/desk/you/')).text, /Add a passkey/);
    desk.site.clock.pass(16 * 60_000);
    t.mock.timers.setTime(desk.site.clock.now().getTime());
    const later = await browser.get('/desk/you/');
    assert.doesNotMatch(later.text, /Add a passkey/);
    assert.match(later.text, /href="\/desk\/sign-in\/\?for=you"/);
    const asked = await browser.post('/desk/you/passkeys/question/');
    assert.equal(asked.status, 422);
    assert.match(JSON.parse(asked.text).sentence, /^Sign in once more/);
    const away = await browser.post('/desk/you/passkeys/01957f00-0000-7000-8000-000000000000/remove/');
    assert.deepEqual([away.status, away.location], [303, '/desk/sign-in/?for=you']);
    assert.match((await browser.get('/desk/sign-in/?for=you')).text, /name="for" value="you"/);
    const token = (await linkFor(desk, 'editor')).split('token=')[1] ?? '';
    const back = await browser.post('/desk/sign-in/', { token, for: 'you' });
    assert.deepEqual([back.status, back.location], [303, '/desk/you/']);
    assert.match((await browser.get('/desk/you/')).text, /Add a passkey/);
  });

  test('nobody renames or removes another’s passkey, and none is guessed', async () => {
    const desk = await openDesk(engine);
    const browser = await signedIn(desk, 'owner');
    for (const act of ['rename', 'remove']) {
      const path = `/desk/you/passkeys/01957f00-0000-7000-8000-000000000000/${act}/`;
      assert.equal((await browser.post(path, { name: 'Mine' })).status, 404);
    }
    assert.equal((await browser.get('/desk/you/?done=constructor')).status, 200);
  });
});

async function mainText(page: Page): Promise<string> {
  return (await page.locator('main').innerText()).replace(/\s+/g, ' ');
}
