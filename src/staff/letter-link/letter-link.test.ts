import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createOTP } from '@better-auth/utils/otp';
import { onBothEngines } from '../../../test/support/engines.ts';
import { openSiteWithMail } from '../../../test/support/mail-server.ts';
import { granted } from '../../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../../test/support/site.ts';
import type { EngineName } from '../../store/migrations/statements.ts';
import { addStaff } from '../add-staff.ts';
import { disableStaff } from '../disable-staff.ts';
import { forgetExpired } from '../forget-expired.ts';
import { withLibrary } from '../library-tables.ts';
import { authenticatorsOf } from '../password/queries.ts';
import { openSecret } from '../password/sealed-secret.ts';
import { setPassword, startAuthenticator } from '../password/set-password.ts';
import { sessionsOf } from '../queries.ts';
import type { Staff } from '../staff.ts';
import { askForLink } from './ask-for-link.ts';
import { findLetterLink, useLetterLink } from './use-letter-link.ts';

const email = 'ann@ledger.example';
const minute = 60_000;

async function deskOfAnn(t: TestContext, engine: EngineName) {
  const made = await openSiteWithMail(t, engine);
  const { site, taken, work } = made;
  const ann = granted(await addStaff(site, { name: 'Ann Osei', email, role: 'owner' }));
  t.mock.timers.enable({ apis: ['Date'], now: site.clock.now() });
  const pass = (ms: number) => {
    site.clock.pass(ms);
    t.mock.timers.setTime(site.clock.now().getTime());
  };
  const ask = (whose = email, address = '192.0.2.1') => askForLink(site, { email: whose, address });
  /** Asks, and takes the token out of the letter that came; empty where none came. */
  const letter = async () => {
    const before = taken.length;
    granted(await ask());
    await work();
    return taken.length === before ? '' : tokenIn(taken.at(-1));
  };
  const use = async (token: string, code = '') => {
    const used = await useLetterLink(site, { token, code }, new Headers());
    return used.ok ? 'ok' : used.code;
  };
  return { ...made, ann, pass, ask, letter, use };
}

const tokenIn = (text = '') => /sign-in\/letter\/\?token=([\w-]{43})\r?\n/.exec(text)?.[1] ?? '';

/** Gives Ann a password; answers what shows the authenticator’s code of now, and a recovery code. */
async function withPassword(site: TestSite, ann: Staff) {
  await startAuthenticator(site, ann.id);
  const code = async () => {
    const [newest] = await authenticatorsOf(site.store.read, ann.id);
    const step = Math.floor(site.clock.now().getTime() / 30_000);
    return createOTP(await openSecret(site, newest?.secret ?? '')).hotp(step);
  };
  const given = { password: 'correct horse battery staple', code: await code() };
  const self = { staff: ann, session: { id: 'none', begun: new Date(0) } };
  const { recoveryCodes } = granted(await setPassword(site, self, given));
  return { code, recoveryCodes: recoveryCodes ?? [] };
}

async function addPasskeyRow(site: TestSite, userId: string): Promise<void> {
  const key = { publicKey: 'x', credentialID: 'x', counter: 0, deviceType: 'singleDevice', backedUp: 0 };
  const row = { id: 'key', name: 'Key', userId, ...key, transports: null, aaguid: null };
  const values = { ...row, createdAt: site.clock.now().toISOString() } as never;
  await site.store.write((tx) => withLibrary(tx).insertInto('staff_passkeys').values(values).execute());
}

const sessions = async (site: TestSite, staffId: string) =>
  sessionsOf(site.store.read, { staffId, now: site.clock.now() });

onBothEngines('a sign-in link by mail', (engine) => {
  test('signs in once; of fifty who use it at once, one does', async (t) => {
    const { site, ann, taken, letter, use } = await deskOfAnn(t, engine);
    const token = await letter();
    assert.match(taken[0] ?? '', /To: ann@ledger\.example\r\nSubject: A link to sign in at /);
    assert.ok((await findLetterLink(site, token)).ok, 'to look at it uses nothing up');
    const uses = await Promise.all(Array.from({ length: 50 }, () => use(token)));
    assert.equal(uses.filter((code) => code === 'ok').length, 1);
    assert.ok(uses.every((code) => code === 'ok' || code === 'link-invalid'));
    assert.deepEqual(
      (await sessions(site, ann.id)).map(({ credential }) => credential),
      ['letter'],
    );
    const kept = await site.store.read.selectFrom('staff_letter_links').selectAll().execute();
    assert.doesNotMatch(JSON.stringify(kept), new RegExp(token));
    const entries = await site.store.read
      .selectFrom('record_entries')
      .select(['action', 'visibility'])
      .orderBy('id')
      .execute();
    assert.deepEqual(
      entries.map(({ action, visibility }) => `${action} ${visibility}`),
      ['staff.add private', 'staff.link private', 'staff.sign-in private'],
    );
  });

  test('is worth half an hour, and nothing once the account is closed', async (t) => {
    const { site, pass, letter, use } = await deskOfAnn(t, engine);
    granted(await addStaff(site, { name: 'Bob Rees', email: 'bob@ledger.example', role: 'owner' }));
    const first = await letter();
    pass(30 * minute);
    assert.equal(await use(first), 'link-invalid');
    await forgetExpired(site);
    assert.deepEqual(await site.store.read.selectFrom('staff_letter_links').selectAll().execute(), []);
    const second = await letter();
    granted(await disableStaff(site, email));
    assert.equal(await use(second), 'link-invalid');
    assert.equal(await letter(), '', 'and no further letter goes to it');
  });

  test('is asked for with one answer for every address, and the waiting letter names nobody', async (t) => {
    const { site, taken, ask, work } = await deskOfAnn(t, engine);
    const written = async () => {
      const tries = await site.store.read.selectFrom('staff_tries').select('key').execute();
      const jobs = await site.store.read.selectFrom('jobs').select(['kind', 'payload']).execute();
      const shape = jobs.map(({ kind, payload }) => [kind, payload.length, /ann|eve|ledger/.test(payload)]);
      return { tries: tries.length, shape };
    };
    const outcomes = [await ask('eve@evil.example', '192.0.2.7')];
    const strangers = await written();
    outcomes.push(await ask(' Ann@Ledger.example', '192.0.2.8'));
    const both = await written();
    assert.deepEqual(outcomes, [
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    assert.deepEqual(both.shape, [...strangers.shape, ...strangers.shape]);
    assert.deepEqual(strangers.shape[0]?.[2], false);
    assert.equal(both.tries, 2 * strangers.tries);
    assert.equal(await work(), 2);
    assert.equal(taken.length, 1);
  });

  test('goes to one address five times a day, and is asked for ten times from one place', async (t) => {
    const { taken, ask, work, pass } = await deskOfAnn(t, engine);
    for (let time = 0; time < 7; time += 1) granted(await ask(email, `192.0.2.${time}`));
    await work();
    assert.equal(taken.length, 5);
    pass(24 * 60 * minute);
    granted(await ask());
    await work();
    assert.equal(taken.length, 6);
    for (let time = 0; time < 9; time += 1) granted(await ask(`nobody${time}@evil.example`));
    const tenth = await ask('nobody@evil.example');
    assert.equal(tenth.ok ? 'ok' : tenth.code, 'tries-many');
    const nowhere = await ask('nowhere', '192.0.2.9');
    assert.equal(nowhere.ok ? 'ok' : nowhere.code, 'email-invalid');
  });

  test('asks whoever has an authenticator for its code, and is gone after five wrong ones', async (t) => {
    const { site, ann, pass, letter, use } = await deskOfAnn(t, engine);
    const { code, recoveryCodes } = await withPassword(site, ann);
    pass(minute);
    const token = await letter();
    assert.equal(await use(token), 'code-wrong');
    assert.equal(await use(token, '000000'), 'code-wrong');
    assert.equal(await use(token, await code()), 'ok');
    pass(minute);
    assert.equal(await use(await letter(), recoveryCodes[0]), 'ok');
    const last = await letter();
    for (let time = 0; time < 5; time += 1) assert.equal(await use(last, '000000'), 'code-wrong');
    assert.equal(await use(last, await code()), 'link-invalid');
    assert.equal((await sessions(site, ann.id)).length, 2);
  });

  test('does not replace a passkey: the letter says so, and an older link is dead', async (t) => {
    const { site, ann, taken, letter, use } = await deskOfAnn(t, engine);
    const before = await letter();
    await addPasskeyRow(site, ann.id);
    assert.equal(await use(before), 'link-invalid');
    assert.equal(await letter(), '');
    assert.match(taken.at(-1) ?? '', /A passkey is set up for you there/);
    assert.doesNotMatch(taken.at(-1) ?? '', /token=/);
  });

  test('that could not be sent for now has another link when it is, and one entry; an hour later it is not wanted', async (t) => {
    const { site, taken, refusals, ask, work, pass, use } = await deskOfAnn(t, engine);
    refusals.push(451);
    granted(await ask());
    assert.equal(await work(), 0);
    pass(minute);
    assert.equal(await work(), 1);
    const entries = site.store.read.selectFrom('record_entries').where('action', '=', 'staff.link');
    assert.equal((await entries.selectAll().execute()).length, 1);
    assert.equal((await site.store.read.selectFrom('staff_letter_links').selectAll().execute()).length, 1);
    assert.equal(await use(tokenIn(taken[0])), 'ok');
    granted(await ask());
    pass(60 * minute);
    assert.equal(await work(), 1);
    assert.equal(taken.length, 1);
  });

  test('is not to be had where no mail server is set', async () => {
    const site = await openTestSite(engine);
    const asked = await askForLink(site, { email, address: '192.0.2.1' });
    assert.equal(asked.ok ? 'ok' : asked.code, 'no-mail');
    assert.deepEqual(await site.store.read.selectFrom('jobs').selectAll().execute(), []);
  });
});
