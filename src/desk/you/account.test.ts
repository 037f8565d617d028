import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOTP } from '@better-auth/utils/otp';
import { onBothEngines } from '../../../test/support/engines.ts';
import { Browser, type Desk, openDesk, signedIn } from '../fixtures.ts';

const password = 'four plain words here';

/** Reads an authenticator's secret off its page, as an app would. */
function codeFor(desk: Desk, page: string): Promise<string> {
  const [, secret = ''] = /otpauth:[^"]*secret=([A-Z2-7]+)/.exec(page) ?? [];
  const bits = [...secret].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const key = String.fromCharCode(...bytes.map((byte) => Number.parseInt(byte, 2)));
  return createOTP(key).hotp(Math.floor(desk.site.clock.now().getTime() / 30_000));
}

async function setPassword(desk: Desk, browser: Browser): Promise<{ codes: string[]; code: string }> {
  assert.equal((await browser.post('/desk/you/authenticator/')).location, '/desk/you/password/');
  const code = await codeFor(desk, (await browser.get('/desk/you/password/')).text);
  const set = await browser.post('/desk/you/password/', { password, code });
  assert.equal(set.status, 200);
  const codes = [...set.text.matchAll(/<code>([\w-]{11})<\/code>/g)].map(([, each = '']) => each);
  return { codes, code };
}

onBothEngines('somebody’s own account, without scripts', (engine) => {
  test('a password with its authenticator is set, signs in, and is removed', async () => {
    const desk = await openDesk(engine);
    const browser = await signedIn(desk, 'author');
    const { codes } = await setPassword(desk, browser);
    assert.equal(codes.length, 10);
    assert.match((await browser.get('/desk/you/')).text, /You have a password, and 10 recovery codes/);
    const another = new Browser(desk);
    const sent = { email: 'author@ledger.example', password, code: codes[0] ?? '' };
    const wrong = await another.post('/desk/sign-in/password/', { ...sent, password: 'guess' });
    assert.equal(wrong.status, 422);
    assert.match(wrong.text, /value="author@ledger.example"/);
    assert.doesNotMatch(wrong.text, /guess|value="[a-z0-9]{5}-/);
    const entered = await another.post('/desk/sign-in/password/', { ...sent, for: 'you' });
    assert.deepEqual([entered.status, entered.location], [303, '/desk/you/']);
    assert.match((await another.get('/desk/you/')).text, /by password and recovery code/);
    const warned = await another.post('/desk/you/password/remove/');
    assert.equal(warned.status, 409);
    assert.match(warned.text, /your last way to sign in by yourself/);
    assert.match((await another.get('/desk/you/')).text, /You have a password/);
    assert.equal((await another.post('/desk/you/password/remove/', { sure: 'yes' })).status, 303);
    assert.equal(
      (await new Browser(desk).post('/desk/sign-in/password/', { ...sent, code: codes[1] ?? '' })).status,
      422,
    );
  });

  test('a refused password says why, beside its field, and is not sent back', async () => {
    const desk = await openDesk(engine);
    const browser = await signedIn(desk, 'author');
    await browser.post('/desk/you/authenticator/');
    const refused = await browser.post('/desk/you/password/', { password: 'tooshortone', code: '1' });
    assert.equal(refused.status, 422);
    assert.match(refused.text, /href="#f-password">A password here has at least 12 characters/);
    assert.doesNotMatch(refused.text, /tooshortone/);
    const code = await browser.post('/desk/you/password/', { password, code: 'x' });
    assert.match(code.text, /href="#f-code">This is not the code/);
    assert.doesNotMatch(code.text, new RegExp(password));
  });

  test('what is sent when the session is over is not shown back where it is a secret', async () => {
    const answer = await new Browser(await openDesk(engine)).post('/desk/you/password/', {
      password,
      code: '123456',
    });
    assert.equal(answer.status, 401);
    assert.doesNotMatch(answer.text, /four plain words|123456/);
  });

  test('sessions are listed and ended, one by one or all the others', async () => {
    const desk = await openDesk(engine);
    const browsers = [];
    for (let n = 0; n < 4; n += 1) browsers.push(await signedIn(desk, 'editor'));
    const [here, ...others] = browsers as [Browser, ...Browser[]];
    const page = await here.get('/desk/you/');
    assert.equal(page.text.match(/by a link/g)?.length, 4);
    assert.equal(page.text.match(/It is this one/g)?.length, 1);
    assert.doesNotMatch(page.text, /192\.0\.2|Mozilla/);
    const [, path = ''] = /action="(\/desk\/you\/sessions\/[\w-]+\/end\/)"/.exec(page.text) ?? [];
    assert.equal((await here.post(path)).status, 303);
    assert.equal((await here.post(path)).status, 404, 'over already');
    const left = await Promise.all(others.map(async (each) => (await each.get('/desk/')).status));
    assert.deepEqual(left.sort(), [200, 200, 303]);
    assert.equal((await here.post('/desk/you/sessions/end-others/')).status, 303);
    for (const each of others) assert.equal((await each.get('/desk/')).status, 303);
    assert.equal((await here.get('/desk/')).status, 200);
  });

  test('nobody ends another’s session by its address', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    await signedIn(desk, 'editor');
    const [, path = ''] =
      /action="(\/desk\/you\/sessions\/[\w-]+\/end\/)"/.exec((await editor.get('/desk/you/')).text) ?? [];
    assert.equal((await (await signedIn(desk, 'owner')).post(path)).status, 404);
    assert.equal((await editor.post(path)).status, 303);
  });

  test('a name is changed by its owner, and what is no name is refused', async () => {
    const desk = await openDesk(engine);
    const browser = await signedIn(desk, 'moderator');
    const empty = await browser.post('/desk/you/name/', { 'own-name': ' ' });
    assert.equal(empty.status, 422);
    assert.match(empty.text, /href="#f-own-name"/);
    assert.equal(
      (await browser.post('/desk/you/name/', { 'own-name': 'Bede  Hallam-Osei', role: 'owner' })).status,
      303,
    );
    assert.match((await browser.get('/desk/')).text, /<bdi>Bede Hallam-Osei<\/bdi><\/a>, moderator/);
  });

  test('the session that somebody had before signing in is dead afterwards', async () => {
    const desk = await openDesk(engine);
    const browser = await signedIn(desk, 'author');
    const { codes } = await setPassword(desk, browser);
    const planted = new Map(browser.cookies);
    const sent = { email: 'author@ledger.example', password, code: codes[0] ?? '' };
    assert.equal((await browser.post('/desk/sign-in/password/', sent)).status, 303);
    const thief = new Browser(desk);
    for (const [name, value] of planted) thief.cookies.set(name, value);
    assert.equal((await thief.get('/desk/')).status, 303);
    assert.equal((await browser.get('/desk/')).status, 200);
  });
});
