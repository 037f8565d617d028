import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createOTP } from '@better-auth/utils/otp';
import { sql } from 'kysely';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted } from '../../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../../test/support/site.ts';
import type { EngineName } from '../../store/migrations/statements.ts';
import { addStaff } from '../add-staff.ts';
import { disableStaff } from '../disable-staff.ts';
import { forgetExpired } from '../forget-expired.ts';
import { ownerWithoutCredential } from '../queries.ts';
import { currentStaff } from '../session.ts';
import { createSignInLink, useSignInLink } from '../sign-in.ts';
import type { Staff } from '../staff.ts';
import { authenticatorsOf, passwordHash, recoveryCodesLeft } from './queries.ts';
import { openSecret } from './sealed-secret.ts';
import { renewRecoveryCodes, setPassword, startAuthenticator } from './set-password.ts';
import { signInByPassword } from './sign-in-password.ts';

const email = 'ann@ledger.example';
const password = 'correct horse battery staple';
const minute = 60_000;

type Ann = { site: TestSite; ann: Staff; pass: (ms: number) => void; code: () => Promise<string> };

async function siteOfAnn(t: TestContext, engine: EngineName): Promise<Ann> {
  const site = await openTestSite(engine);
  const ann = granted(await addStaff(site, { name: 'Ann Osei', email, role: 'owner' }));
  granted(await addStaff(site, { name: 'Bob Rees', email: 'bob@ledger.example', role: 'owner' }));
  t.mock.timers.enable({ apis: ['Date'], now: site.clock.now() });
  const pass = (ms: number) => {
    site.clock.pass(ms);
    t.mock.timers.setTime(site.clock.now().getTime());
  };
  pass(1_000);
  /** What the authenticator that was set up last shows now. */
  const code = async () => {
    const [newest] = await authenticatorsOf(site.store.read, ann.id);
    const step = Math.floor(site.clock.now().getTime() / 30_000);
    return createOTP(await openSecret(site, newest?.secret ?? '')).hotp(step);
  };
  return { site, ann, pass, code };
}

const selfOf = (ann: Staff) => ({ staff: ann, session: { id: 'none', begun: new Date(0) } });

async function withPassword(t: TestContext, engine: EngineName): Promise<Ann & { recoveryCodes: string[] }> {
  const made = await siteOfAnn(t, engine);
  await startAuthenticator(made.site, made.ann.id);
  const set = await setPassword(made.site, selfOf(made.ann), { password, code: await made.code() });
  made.pass(minute);
  return { ...made, recoveryCodes: granted(set).recoveryCodes ?? [] };
}

const typed = { email, password, code: '', address: '192.0.2.1' };

async function tryIn(site: TestSite, given: Partial<typeof typed>): Promise<string> {
  const outcome = await signInByPassword(site, new Headers(), { ...typed, ...given });
  return outcome.ok ? 'ok' : outcome.code;
}

async function actions(site: TestSite): Promise<string[]> {
  const rows = await site.store.read.selectFrom('record_entries').select('action').orderBy('id').execute();
  return rows.map((row) => row.action).slice(2);
}

onBothEngines('password and code', (engine) => {
  test('a password and the code of an authenticator sign in together, neither alone', async (t) => {
    const { site, code } = await withPassword(t, engine);
    assert.equal(await tryIn(site, {}), 'sign-in-wrong');
    assert.equal(
      await tryIn(site, { password: 'correct horse battery stable', code: await code() }),
      'sign-in-wrong',
    );
    const wrong = String((Number(await code()) + 1) % 1_000_000).padStart(6, '0');
    assert.equal(await tryIn(site, { code: wrong }), 'sign-in-wrong');
    const shown = (await code()).replace(/(...)/, '$1 ');
    const outcome = await signInByPassword(site, new Headers(), {
      ...typed,
      email: ' ANN@ledger.example',
      code: shown,
    });
    const cookie = granted(outcome)
      .setCookies.map((each) => each.split(';')[0])
      .join('; ');
    assert.equal((await currentStaff(site, new Headers({ cookie })))?.email, email);
    assert.equal(await ownerWithoutCredential(site), null);
    assert.deepEqual(await actions(site), ['staff.credential-add', 'staff.sign-in']);
  });

  test('a code is taken once, even when it is sent ten times at once', async (t) => {
    const { site, code, pass } = await withPassword(t, engine);
    const now = await code();
    const tries = await Promise.all(
      Array.from({ length: 10 }, (_, n) => tryIn(site, { code: now, address: `192.0.2.${n}` })),
    );
    assert.equal(tries.filter((outcome) => outcome === 'ok').length, 1);
    assert.equal(await tryIn(site, { code: now }), 'sign-in-wrong');
    pass(15 * minute);
    assert.equal(await tryIn(site, { code: await code() }), 'ok');
  });

  test('a recovery code stands once for the authenticator’s; new ones end the old', async (t) => {
    const { site, ann, recoveryCodes } = await withPassword(t, engine);
    const [first = '', second = ''] = recoveryCodes;
    assert.equal(recoveryCodes.length, 10);
    assert.equal(await tryIn(site, { password: 'something else entirely', code: first }), 'sign-in-wrong');
    const uses = await Promise.all(
      Array.from({ length: 8 }, () => tryIn(site, { code: first.toUpperCase().replace('-', '') })),
    );
    assert.equal(uses.filter((outcome) => outcome === 'ok').length, 1);
    assert.equal(await recoveryCodesLeft(site.store.read, ann.id), 9);
    assert.ok((await actions(site)).includes('staff.recovery'));
    const renewed = granted(await renewRecoveryCodes(site, ann));
    assert.equal(await tryIn(site, { code: second }), 'sign-in-wrong');
    assert.equal(await tryIn(site, { code: renewed[0] ?? '' }), 'ok');
  });

  test('the database keeps password, secret and recovery codes only hashed or encrypted', async (t) => {
    const { site, ann, recoveryCodes } = await withPassword(t, engine);
    const [authenticator] = await authenticatorsOf(site.store.read, ann.id);
    const secret = await openSecret(site, authenticator?.secret ?? '');
    const codes = await site.store.read.selectFrom('staff_recovery_codes').selectAll().execute();
    const kept = JSON.stringify([authenticator, await passwordHash(site.store.read, ann.id), codes]);
    for (const plain of [
      secret,
      password,
      ...recoveryCodes,
      ...recoveryCodes.map((code) => code.replace('-', '')),
    ])
      assert.ok(!kept.includes(plain));
  });

  test('who is on the staff cannot be told: a stranger gets the same reply after the same tries', async (t) => {
    const { site, pass } = await withPassword(t, engine);
    const replies = async (who: string) => {
      const all: string[] = [];
      for (let n = 0; n < 12; n += 1) {
        const given = { ...typed, email: who, password: 'guess', address: `198.51.100.${n}` };
        const outcome = await signInByPassword(site, new Headers(), given);
        assert.ok(!outcome.ok);
        all.push(`${outcome.code} ${outcome.sentence} ${outcome.field}`);
      }
      return all;
    };
    const known = await replies(email);
    assert.deepEqual(known, await replies('nobody@ledger.example'));
    assert.deepEqual(known, await replies('bob@ledger.example'), 'nor who has no password');
    assert.match(known[9] ?? '', /^sign-in-wrong/);
    assert.match(known[10] ?? '', /^tries-many/);
    pass(15 * minute);
    await forgetExpired(site);
    assert.deepEqual(await site.store.read.selectFrom('staff_tries').selectAll().execute(), []);
  });

  test('after ten wrong tries even the right ones wait a quarter of an hour, and the record says so once', async (t) => {
    const { site, code, pass } = await withPassword(t, engine);
    for (let n = 0; n < 14; n += 1) await tryIn(site, { code: '000000', address: `198.51.100.${n}` });
    assert.equal(await tryIn(site, { code: await code() }), 'tries-many');
    assert.equal((await actions(site)).filter((action) => action === 'staff.lock').length, 1);
    pass(15 * minute);
    assert.equal(await tryIn(site, { code: await code() }), 'ok');
  });

  test('one network address tries thirty times in a quarter of an hour, whoever it tries to be', async (t) => {
    const { site } = await siteOfAnn(t, engine);
    const outcomes: string[] = [];
    for (let n = 0; n < 32; n += 1) outcomes.push(await tryIn(site, { email: `n${n}@ledger.example` }));
    assert.deepEqual(outcomes.slice(28), ['sign-in-wrong', 'sign-in-wrong', 'tries-many', 'tries-many']);
  });

  test('setting one needs a code of the authenticator, within the hour; another authenticator ends the first', async (t) => {
    const { site, ann, pass, code } = await siteOfAnn(t, engine);
    const set = async (given: { password: string; code: string }) => {
      const outcome = await setPassword(site, selfOf(ann), given);
      return outcome.ok ? outcome.value : `${outcome.code} ${outcome.field}`;
    };
    assert.equal(await set({ password, code: '123456' }), 'code-wrong code');
    await startAuthenticator(site, ann.id);
    assert.equal(await set({ password: 'short', code: await code() }), 'password-short password');
    pass(61 * minute);
    assert.equal(await set({ password, code: await code() }), 'code-wrong code');
    await startAuthenticator(site, ann.id);
    assert.notEqual(await set({ password, code: await code() }), null);
    pass(minute);
    assert.deepEqual(await set({ password: `${password} again`, code: await code() }), {
      recoveryCodes: null,
    });
    const [first] = await authenticatorsOf(site.store.read, ann.id);
    pass(1_000);
    await startAuthenticator(site, ann.id);
    pass(minute);
    assert.notEqual(await set({ password, code: await code() }), null);
    const left = await authenticatorsOf(site.store.read, ann.id);
    assert.equal(left.length, 1);
    assert.notEqual(left[0]?.id, first?.id);
  });

  test('sessions and links that are over are forgotten, those that are not stay', async (t) => {
    const { site, code, pass } = await withPassword(t, engine);
    assert.equal(await tryIn(site, { code: await code() }), 'ok');
    pass(29 * 24 * 60 * minute);
    granted(await createSignInLink(site, email));
    assert.equal(await tryIn(site, { code: await code() }), 'ok');
    pass(2 * 24 * 60 * minute);
    await forgetExpired(site);
    const count = async (table: string) =>
      (await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(table)}`.execute(site.store.read))
        .rows[0]?.n;
    assert.equal(Number(await count('staff_sessions')), 1);
    assert.equal(Number(await count('staff_verifications')), 0);
  });

  test('setting a password ends the other sessions; closing the account takes everything away', async (t) => {
    const { site, ann, code, pass } = await withPassword(t, engine);
    const link = granted(await createSignInLink(site, email));
    const token = new URL(link.url).searchParams.get('token') ?? '';
    const { setCookies } = granted(await useSignInLink(site, token, new Headers()));
    const browser = new Headers({ cookie: setCookies.map((each) => each.split(';')[0]).join('; ') });
    granted(await setPassword(site, selfOf(ann), { password: `${password}!`, code: await code() }));
    assert.equal(await currentStaff(site, browser), null);
    granted(await disableStaff(site, email));
    pass(minute);
    assert.equal(await tryIn(site, { password: `${password}!`, code: '000000' }), 'sign-in-wrong');
    assert.equal(await passwordHash(site.store.read, ann.id), null);
    assert.deepEqual(await authenticatorsOf(site.store.read, ann.id), []);
  });
});
