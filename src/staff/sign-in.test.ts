import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { sql } from 'kysely';
import type { EngineName } from '../../src/store/migrations/statements.ts';
import { onBothEngines } from '../../test/support/engines.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { addStaff } from './add-staff.ts';
import { disableStaff } from './disable-staff.ts';
import { listStaff } from './queries.ts';
import { currentStaff, openSession, signOut } from './session.ts';
import { createSignInLink, useSignInLink } from './sign-in.ts';
import { signInLibrary } from './sign-in-library.ts';

const email = 'ann@ledger.example';
const minute = 60_000;
const day = 24 * 60 * minute;

/** A site with two owners; the system's clock, which the library reads, goes with the site's. */
async function staffedSite(t: TestContext, engine: EngineName, env: Record<string, string> = {}) {
  const site = await openTestSite(engine, env);
  await addStaff(site, { name: 'Ann Osei', email, role: 'owner' });
  await addStaff(site, { name: 'Bob Rees', email: 'bob@ledger.example', role: 'owner' });
  t.mock.timers.enable({ apis: ['Date'], now: site.clock.now() });
  const pass = (milliseconds: number) => {
    site.clock.pass(milliseconds);
    t.mock.timers.setTime(site.clock.now().getTime());
  };
  pass(1_000);
  return { site, pass };
}

async function newToken(site: TestSite): Promise<string> {
  const link = await createSignInLink(site, email);
  assert.ok(link.ok);
  return new URL(link.value.url).searchParams.get('token') ?? '';
}

async function signIn(site: TestSite, headers = new Headers()): Promise<string[]> {
  const used = await useSignInLink(site, await newToken(site), headers);
  assert.ok(used.ok);
  return used.value.setCookies;
}

/** What a browser sends back. */
function browserWith(setCookies: string[]): Headers {
  return new Headers({ cookie: setCookies.map((cookie) => cookie.split(';')[0]).join('; ') });
}

async function rowsOf(site: TestSite, table: string): Promise<Record<string, unknown>[]> {
  const found = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(table)}`.execute(
    site.store.read,
  );
  return found.rows;
}

async function entries(site: TestSite): Promise<string[]> {
  const rows = await site.store.read.selectFrom('record_entries').select('action').orderBy('id').execute();
  return rows.map((row) => row.action);
}

onBothEngines('sign-in', (engine) => {
  test('a link signs its owner in once; the second use is refused with a sentence', async (t) => {
    const { site } = await staffedSite(t, engine);
    const link = await createSignInLink(site, 'ANN@ledger.example');
    assert.ok(link.ok);
    assert.match(link.value.url, /^https:\/\/ledger\.example\/desk\/sign-in\/\?token=[\w-]{43}$/);
    assert.equal(link.value.expiresAt, '2026-03-12T08:00:01.000Z');
    const token = new URL(link.value.url).searchParams.get('token') ?? '';
    const used = await useSignInLink(site, token, new Headers());
    assert.ok(used.ok);
    const staff = await currentStaff(site, browserWith(used.value.setCookies));
    assert.deepEqual(staff, { id: staff?.id, name: 'Ann Osei', email, role: 'owner' });
    const again = await useSignInLink(site, token, new Headers());
    assert.ok(!again.ok);
    assert.deepEqual(
      [again.code, again.sentence],
      ['link-invalid', 'This link has been used, or is more than an hour old. Ask for a new one.'],
    );
    assert.deepEqual(await entries(site), ['staff.add', 'staff.add', 'staff.sign-in']);
  });

  test('a link still works after 59 minutes, and after 61 no more', async (t) => {
    const { site, pass } = await staffedSite(t, engine);
    const [early, late] = [await newToken(site), await newToken(site)];
    pass(59 * minute);
    assert.ok((await useSignInLink(site, early, new Headers())).ok);
    pass(2 * minute);
    const refused = await useSignInLink(site, late, new Headers());
    assert.equal(!refused.ok && refused.code, 'link-invalid');
    assert.equal((await rowsOf(site, 'staff_sessions')).length, 1);
  });

  test('a link used twenty times at once signs in once', async (t) => {
    const { site } = await staffedSite(t, engine);
    const token = await newToken(site);
    const uses = await Promise.all(
      Array.from({ length: 20 }, () => useSignInLink(site, token, new Headers())),
    );
    assert.equal(uses.filter((use) => use.ok).length, 1);
    assert.equal((await rowsOf(site, 'staff_sessions')).length, 1);
  });

  test('it is the database, no lock inside the program, that lets a link be used once', async (t) => {
    const { site } = await staffedSite(t, engine);
    const other = { ...site };
    const token = await newToken(site);
    const uses = await Promise.all(
      Array.from({ length: 20 }, (_, n) => useSignInLink(n % 2 ? site : other, token, new Headers())),
    );
    assert.equal(uses.filter((use) => use.ok).length, 1);
  });

  test('made-up tokens are refused', async (t) => {
    const { site } = await staffedSite(t, engine);
    const token = await newToken(site);
    for (const wrong of [
      '',
      'x',
      `${token}x`,
      token.slice(1),
      token.toUpperCase(),
      "' OR 1=1 --",
      '%'.repeat(5_000),
    ]) {
      const refused = await useSignInLink(site, wrong, new Headers());
      assert.equal(!refused.ok && refused.code, 'link-invalid', wrong);
    }
    assert.ok((await useSignInLink(site, token, new Headers())).ok);
  });

  test('the database keeps a link’s token only as a hash, and of a session neither address nor browser', async (t) => {
    const { site } = await staffedSite(t, engine);
    const token = await newToken(site);
    const kept = JSON.stringify(await rowsOf(site, 'staff_verifications'));
    assert.match(kept, /ann@ledger/);
    assert.doesNotMatch(kept, new RegExp(token));
    const headers = new Headers({ 'x-forwarded-for': '192.0.2.7', 'user-agent': 'Lynx' });
    assert.ok((await useSignInLink(site, token, headers)).ok);
    assert.deepEqual(await rowsOf(site, 'staff_verifications'), []);
    const [session] = await rowsOf(site, 'staff_sessions');
    assert.deepEqual([session?.ipAddress, session?.userAgent], ['', '']);
  });

  test('nobody without an account gets a link or can sign themselves up', async (t) => {
    const { site } = await staffedSite(t, engine);
    const stranger = 'mallory@elsewhere.example';
    const refused = await createSignInLink(site, stranger);
    assert.equal(!refused.ok && refused.code, 'staff-unknown');
    const { api } = await signInLibrary(site);
    await assert.rejects(
      api.signUpEmail({ body: { name: 'M', email: stranger, password: 'long enough 1' } }),
    );
    let token = '';
    const metadata = { receive: (each: string) => (token = each) };
    await api.signInMagicLink({ body: { email: stranger, metadata }, headers: new Headers() });
    const used = await useSignInLink(site, token, new Headers());
    assert.equal(!used.ok && used.code, 'link-invalid');
    assert.equal((await listStaff(site)).length, 2);
  });

  test('a disabled account gets no link, cannot use one made before, and its open session ends', async (t) => {
    const { site } = await staffedSite(t, engine);
    const browser = browserWith(await signIn(site));
    const token = await newToken(site);
    assert.ok((await disableStaff(site, email)).ok);
    assert.equal(await currentStaff(site, browser), null);
    assert.deepEqual(await rowsOf(site, 'staff_sessions'), []);
    const link = await createSignInLink(site, email);
    assert.equal(!link.ok && link.code, 'staff-disabled');
    const used = await useSignInLink(site, token, new Headers());
    assert.equal(!used.ok && used.code, 'link-invalid', 'an owner’s: every link that is out ends');
    assert.deepEqual(await rowsOf(site, 'staff_sessions'), []);
  });

  test('a session that outlived its account’s disabling is worth nothing', async (t) => {
    const { site } = await staffedSite(t, engine);
    const browser = browserWith(await signIn(site));
    await site.store.write((tx) =>
      tx
        .updateTable('staff')
        .set({ disabledAt: '2026-03-12T07:00:00.000Z' })
        .where('email', '=', email)
        .execute(),
    );
    assert.equal(await currentStaff(site, browser), null);
    assert.equal(await openSession(site, browser), null);
  });

  test('a role that changes counts from the next request on', async (t) => {
    const { site } = await staffedSite(t, engine);
    const browser = browserWith(await signIn(site));
    await site.store.write((tx) =>
      tx.updateTable('staff').set({ role: 'author' }).where('email', '=', email).execute(),
    );
    assert.equal((await currentStaff(site, browser))?.role, 'author');
  });

  test('the cookie is for this host alone, unreadable to scripts, and for https where the publication is', async (t) => {
    const { site } = await staffedSite(t, engine);
    const cookies = await signIn(site);
    assert.equal(cookies.length, 1);
    const [pair, ...flags] = (cookies[0] ?? '').split('; ');
    assert.match(pair ?? '', /^__Host-hustings\.session_token=/);
    assert.deepEqual(flags.sort(), ['HttpOnly', 'Max-Age=2592000', 'Path=/', 'SameSite=Lax', 'Secure']);
  });

  test('on a publication without https the cookie is neither Secure nor __Host-', async (t) => {
    const { site } = await staffedSite(t, engine, { HUSTINGS_URL: 'http://localhost:4000' });
    const cookies = await signIn(site);
    assert.match(
      cookies[0] ?? '',
      /^hustings\.session_token=[^;]+; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    assert.equal((await currentStaff(site, browserWith(cookies)))?.email, email);
  });

  test('a request without a session cookie costs nothing: the library is not even asked', async (t) => {
    const { site } = await staffedSite(t, engine);
    const store = {
      ...site.store,
      get signIn(): never {
        throw new Error('asked');
      },
    };
    for (const cookie of ['', 'theme=dark', 'x__Host-hustings.session_token=1'])
      assert.equal(await currentStaff({ ...site, store }, new Headers({ cookie })), null);
    assert.equal(await currentStaff({ ...site, store }, new Headers()), null);
  });

  test('a forged, cut or tampered cookie is nobody’s', async (t) => {
    const { site } = await staffedSite(t, engine);
    const cookie = browserWith(await signIn(site)).get('cookie') ?? '';
    const [name = '', value = ''] = cookie.split('=');
    const [session] = await rowsOf(site, 'staff_sessions');
    const [token = '', signature = ''] = decodeURIComponent(value).split('.');
    assert.equal(token, session?.token);
    const other = token.startsWith('a') ? `b${token.slice(1)}` : `a${token.slice(1)}`;
    const wrong = [
      '',
      token,
      `${token}.`,
      `.${signature}`,
      `${other}.${signature}`,
      `${token}.${'A'.repeat(43)}=`,
    ];
    for (const each of [...wrong.map(encodeURIComponent), '%', '%E0%A4%A', '.'.repeat(9_000)])
      assert.equal(await currentStaff(site, new Headers({ cookie: `${name}=${each}` })), null, each);
    const plain = cookie.replace('__Host-', '');
    assert.equal(await currentStaff(site, new Headers({ cookie: plain })), null);
    assert.equal((await currentStaff(site, new Headers({ cookie: `a=b; ${cookie}` })))?.email, email);
    assert.equal(
      (await currentStaff(site, new Request('https://x.example', { headers: { cookie } })))?.email,
      email,
    );
  });

  test('a session signed with another install’s key is nobody’s', async (t) => {
    const { site } = await staffedSite(t, engine);
    const browser = browserWith(await signIn(site));
    const restored = {
      ...site,
      secrets: { ...site.secrets, sessionKey: 'the key of quite another install, as long' },
    };
    assert.equal(await currentStaff(restored, browser), null);
  });

  test('signing in again ends the session that the browser had; signing out ends the new one', async (t) => {
    const { site } = await staffedSite(t, engine);
    const first = browserWith(await signIn(site));
    const second = browserWith(await signIn(site, first));
    assert.notEqual(first.get('cookie'), second.get('cookie'));
    assert.equal(await currentStaff(site, first), null);
    assert.equal((await currentStaff(site, second))?.email, email);
    const cleared = await signOut(site, second);
    assert.match(cleared[0] ?? '', /^__Host-hustings\.session_token=; Max-Age=0; Path=\/; HttpOnly; Secure/);
    assert.equal(await currentStaff(site, second), null);
    assert.deepEqual(await rowsOf(site, 'staff_sessions'), []);
    assert.deepEqual(await signOut(site, new Headers()), []);
  });

  test('a refused link leaves the browser’s session as it is', async (t) => {
    const { site } = await staffedSite(t, engine);
    const browser = browserWith(await signIn(site));
    assert.ok(!(await useSignInLink(site, 'made up', browser)).ok);
    assert.equal((await currentStaff(site, browser))?.email, email);
  });

  test('a session in use rolls on; one unused for thirty days is over', async (t) => {
    const { site, pass } = await staffedSite(t, engine);
    const browser = browserWith(await signIn(site));
    assert.deepEqual((await openSession(site, browser))?.setCookies, []);
    pass(29 * day);
    assert.equal((await currentStaff(site, browser))?.email, email);
    assert.match((await openSession(site, browser))?.setCookies[0] ?? '', /Max-Age=2592000/);
    pass(29 * day);
    assert.equal((await currentStaff(site, browser))?.email, email);
    pass(2 * day);
    assert.equal(await currentStaff(site, browser), null);
  });
});
