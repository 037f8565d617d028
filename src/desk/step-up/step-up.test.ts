import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openInvitations } from '../../staff/invitations/queries.ts';
import { staffByEmail } from '../../staff/queries.ts';
import { listTokens } from '../../tokens/queries.ts';
import { Browser, type Desk, linkFor, openDesk, signedIn } from '../fixtures.ts';

const newcomer = { name: 'Wilf "<b>Tarn', email: 'wilf@ledger.example', role: 'author' };
const invitations = '/desk/staff/invitations/';

/** A desk whose owner signed in so long ago that they are asked to once more. */
async function openLater(t: TestContext, engine: Parameters<typeof openDesk>[0]) {
  const desk = await openDesk(engine);
  t.mock.timers.enable({ apis: ['Date'], now: desk.site.clock.now() });
  const owner = await signedIn(desk, 'owner');
  desk.site.clock.pass(16 * 60_000);
  t.mock.timers.setTime(desk.site.clock.now().getTime());
  return { desk, owner };
}

/** The hidden fields of the form that leads to an address. */
function hiddenIn(text: string, action: string): Record<string, string> {
  const form = text.split('<form').find((each) => each.includes(`action="${action}"`)) ?? '';
  const fields = [...form.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)];
  const plain = (value = '') =>
    value.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  return Object.fromEntries(fields.map(([, name = '', value]) => [name, plain(value)]));
}

async function tokenOf(desk: Desk): Promise<string> {
  return (await linkFor(desk, 'owner')).split('token=')[1] ?? '';
}

const invited = (desk: Desk) => openInvitations(desk.site.store.read);

onBothEngines('signing in once more', (engine) => {
  test('is asked for before somebody is invited; the words go along, and one press does it then', async (t) => {
    const { desk, owner } = await openLater(t, engine);
    const asked = await owner.post(invitations, newcomer);
    assert.equal(asked.status, 401);
    assert.match(asked.text, /sign in once more/);
    assert.match(asked.text, /value="owner@ledger\.example"/);
    assert.deepEqual(await invited(desk), []);
    const carried = hiddenIn(asked.text, '/desk/sign-in/password/');
    assert.deepEqual(carried, {
      to: invitations,
      'kept-name': newcomer.name,
      'kept-email': newcomer.email,
      'kept-role': 'author',
    });
    const wrong = await owner.post('/desk/sign-in/password/', { ...carried, email: 'x', password: 'y' });
    assert.equal(wrong.status, 422);
    assert.deepEqual(hiddenIn(wrong.text, '/desk/sign-in/password/'), carried, 'also after a wrong try');
    assert.deepEqual(hiddenIn(wrong.text, '/desk/sign-in/passkey/'), { ...carried, answer: '' });
    const back = await owner.post('/desk/sign-in/', { ...carried, token: await tokenOf(desk) });
    assert.equal(back.status, 200);
    assert.match(back.text, /Invite somebody<\/b>: <bdi>Wilf &quot;&lt;b&gt;Tarn<\/bdi>/);
    assert.deepEqual(await invited(desk), [], 'nothing is done before the press');
    const made = await owner.post(invitations, hiddenIn(back.text, invitations));
    assert.equal(made.status, 200);
    const [invitation] = await invited(desk);
    assert.equal(invitation?.name, newcomer.name);
  });

  test('may be done in another tab: the page that asks goes on from there', async (t) => {
    const { desk, owner } = await openLater(t, engine);
    const asked = await owner.post(invitations, newcomer);
    const kept = hiddenIn(asked.text, invitations);
    assert.equal((await owner.post(invitations, kept)).status, 401, 'not before');
    await owner.post('/desk/sign-in/', { token: await tokenOf(desk) });
    assert.equal((await owner.post(invitations, kept)).status, 200);
  });

  test('is asked for by all that gives rights or takes an account, and by nothing that only ends something', async (t) => {
    const { desk, owner } = await openLater(t, engine);
    const author = await staffByEmail(desk.site.store.read, 'author@ledger.example');
    const nobodys = '01957f00-0000-7000-8000-000000000000';
    const asking = ['role/', 'link/', 'close/'].map((act) => `/desk/staff/${author?.id}/${act}`);
    for (const path of [...asking, `${invitations}${nobodys}/renew/`])
      assert.equal((await owner.post(path, { role: 'editor' })).status, 401, path);
    const sent = { name: 'Wire', days: '30', 'scope-articles.write': 'on' };
    assert.equal((await owner.post('/desk/tokens/', sent)).status, 401);
    assert.deepEqual(await listTokens(desk.site.store.read, { staffId: null, limit: 9, offset: 0 }), []);
    for (const path of [`${invitations}${nobodys}/withdraw/`, `/desk/tokens/${nobodys}/revoke/`])
      assert.equal((await owner.post(path)).status, 404, path);
    assert.equal((await owner.post(`/desk/staff/${author?.id}/end-sessions/`)).status, 303);
    assert.equal((await staffByEmail(desk.site.store.read, 'author@ledger.example'))?.role, 'author');
    const other = await signedIn(desk, 'editor');
    assert.equal(
      (await other.post(invitations, newcomer)).status,
      403,
      'nobody else learns to sign in for it',
    );
  });

  test('leads nowhere but to acts of owners', async (t) => {
    const { desk } = await openLater(t, engine);
    const elsewhere = [
      ...['https://evil.example/', '//evil.example/', '/desk/staff/../articles/', '/desk/articles/new/'],
      ...['/desk/staff/\\evil', '/desk/staff/?x', '/desk/tokens/%2e%2e/', ''],
    ];
    for (const to of elsewhere) {
      const sent = { to, 'kept-name': 'Wilf', token: await tokenOf(desk) };
      const answer = await new Browser(desk).post('/desk/sign-in/', sent);
      assert.deepEqual([answer.status, answer.location], [303, '/desk/'], to);
    }
  });
});
