import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openMailServer, sendLetters } from '../../../test/support/mail-server.ts';
import { disableStaff } from '../../staff/disable-staff.ts';
import { Browser, linkFor, openDesk, signedIn } from '../fixtures.ts';

onBothEngines('signing in at the desk', (engine) => {
  test('whoever is not signed in is led to the page that says how to get a link', async () => {
    const browser = new Browser(await openDesk(engine));
    const away = await browser.get('/desk/');
    assert.deepEqual([away.status, away.location], [303, '/desk/sign-in/']);
    const page = await browser.get('/desk/sign-in/');
    assert.equal(page.status, 200);
    assert.match(page.text, /bin\/hustings staff link EMAIL/);
    assert.match(page.text, /<form[^>]* hidden[^>]* data-passkey="use"/);
  });

  test('opening a link uses nothing up; its button signs in, once', async () => {
    const desk = await openDesk(engine);
    const link = await linkFor(desk, 'moderator');
    const [scanner, browser] = [new Browser(desk), new Browser(desk)];
    for (let scan = 0; scan < 3; scan += 1) assert.equal((await scanner.get(link)).status, 200);
    const page = await browser.get(link);
    const token = /name="token" value="([\w-]{43})"/.exec(page.text)?.[1] ?? '';
    assert.equal(page.headers.get('cache-control'), 'no-store');
    const entered = await browser.post('/desk/sign-in/', { token });
    assert.deepEqual([entered.status, entered.location], [303, '/desk/']);
    assert.equal(entered.headers.get('cache-control'), 'no-store');
    const home = await browser.get('/desk/');
    assert.equal(home.status, 200);
    assert.match(home.text, /<bdi>Bede Hallam<\/bdi><\/a>, moderator/);
    const again = await scanner.post('/desk/sign-in/', { token });
    assert.equal(again.status, 410);
    assert.match(again.text, /has been used/);
    assert.equal((await scanner.get('/desk/')).status, 303);
  });

  test('a link that is not whole is called so, and prints nothing of what came', async () => {
    const browser = new Browser(await openDesk(engine));
    const page = await browser.get('/desk/sign-in/?token=%3Cb%3Epwned');
    assert.match(page.text, /not whole/);
    assert.doesNotMatch(page.text, /pwned/);
    assert.equal((await browser.post('/desk/sign-in/', { token: '' })).status, 410);
  });

  test('a link is asked for by mail where letters are sent: one answer for all, then one button', async (t) => {
    const { env, taken } = await openMailServer(t);
    const desk = await openDesk(engine, env);
    const browser = new Browser(desk);
    assert.match((await browser.get('/desk/sign-in/')).text, /action="\/desk\/sign-in\/link\/"/);
    const asked = await browser.post('/desk/sign-in/link/', { email: 'nobody@evil.example' });
    const known = await browser.post('/desk/sign-in/link/', { email: 'editor@ledger.example' });
    for (const { status, location } of [asked, known])
      assert.deepEqual([status, location], [303, '/desk/sign-in/?done=link-asked']);
    assert.match((await browser.get(known.location ?? '')).text, /role="status">If this is the address of/);
    await sendLetters(desk.site);
    assert.equal(taken.length, 1);
    const [path = '', token = ''] = /\/desk\/sign-in\/letter\/\?token=([\w-]+)/.exec(taken[0] ?? '') ?? [];
    assert.equal((await browser.get('/desk/')).status, 303, 'asking alone signs nobody in');
    for (let scan = 0; scan < 3; scan += 1) assert.equal((await new Browser(desk).get(path)).status, 200);
    assert.equal((await browser.post('/desk/sign-in/letter/', { token })).location, '/desk/');
    assert.match((await browser.get('/desk/you/')).text, /by a link that came by mail/);
    const again = await browser.post('/desk/sign-in/letter/', { token });
    assert.equal(again.status, 410);
    assert.match(again.text, /has been used/);
    const nowhere = await browser.post('/desk/sign-in/link/', { email: '<b>nowhere' });
    assert.equal(nowhere.status, 422);
    assert.match(nowhere.text, /value="&lt;b&gt;nowhere"[^>]*aria-invalid="true"/);
  });

  test('where no letters are sent there is no form to ask for one, and asking is refused', async () => {
    const browser = new Browser(await openDesk(engine));
    assert.doesNotMatch((await browser.get('/desk/sign-in/')).text, /sign-in\/link/);
    const asked = await browser.post('/desk/sign-in/link/', { email: 'editor@ledger.example' });
    assert.equal(asked.status, 409);
    assert.match(asked.text, /No letters are sent here/);
  });

  test('a disabled account’s link is refused with a sentence', async () => {
    const desk = await openDesk(engine);
    const link = await linkFor(desk, 'author');
    assert.ok((await disableStaff(desk.site, 'author@ledger.example')).ok);
    const token = link.split('token=')[1] ?? '';
    const answer = await new Browser(desk).post('/desk/sign-in/', { token });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /disabled/);
  });

  test('signing out ends the session, not only the cookie', async () => {
    const desk = await openDesk(engine);
    const browser = await signedIn(desk, 'editor');
    const kept = new Map(browser.cookies);
    const out = await browser.post('/desk/sign-out/');
    assert.deepEqual([out.status, out.location], [303, '/desk/sign-in/?done=signed-out']);
    assert.equal(browser.cookies.size, 0);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    assert.equal((await browser.get('/desk/')).status, 303);
  });

  test('what was still being sent when the account was closed is shown back, and nothing is done', async () => {
    const desk = await openDesk(engine);
    const imogen = await signedIn(desk, 'author');
    const body = new ReadableStream(
      {
        async pull(stream) {
          assert.ok((await disableStaff(desk.site, 'author@ledger.example')).ok);
          stream.enqueue(new TextEncoder().encode('title=Late&body=Words+of+mine.&do=save'));
          stream.close();
        },
      },
      { highWaterMark: 0 },
    );
    const headers = {
      origin: desk.site.config.url,
      'content-type': 'application/x-www-form-urlencoded',
    };
    const late = { method: 'POST', body, headers, duplex: 'half' } as RequestInit;
    const { status, text } = await imogen.ask('/desk/articles/new/', late);
    assert.equal(status, 401);
    assert.ok(text.includes('Words of mine.'));
    assert.deepEqual(await desk.site.store.read.selectFrom('articles').select('id').execute(), []);
  });

  test('what is sent after the session has ended is shown back, and nothing is done', async () => {
    const desk = await openDesk(engine);
    const answer = await new Browser(desk).post('/desk/articles/new/', {
      ...{ title: 'Tolls & <b>bolts</b>', body: 'First line\nsecond line', do: 'save', format: 'markdown' },
    });
    assert.equal(answer.status, 401);
    assert.match(answer.text, /Tolls &amp; &lt;b&gt;bolts&lt;\/b&gt;\n\nFirst line\nsecond line<\/textarea>/);
    const rows = await desk.site.store.read.selectFrom('articles').select('id').execute();
    assert.deepEqual(rows, []);
  });
});
