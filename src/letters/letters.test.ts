import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOTP } from '@better-auth/utils/otp';
import { onBothEngines } from '../../test/support/engines.ts';
import { openSiteWithMail } from '../../test/support/mail-server.ts';
import { granted } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { createMail } from '../mail/smtp.ts';
import { addStaff } from '../staff/add-staff.ts';
import { changeRole } from '../staff/change-role.ts';
import { findInvitation } from '../staff/invitations/accept-invitation.ts';
import { invite } from '../staff/invitations/invite.ts';
import { withdrawInvitation } from '../staff/invitations/renew-invitation.ts';
import { queueLetter } from '../staff/letters.ts';
import { makeSignInLink } from '../staff/make-sign-in-link.ts';
import { atTerminal } from '../staff/manager.ts';
import { authenticatorsOf } from '../staff/password/queries.ts';
import { openSecret } from '../staff/password/sealed-secret.ts';
import {
  authenticatorToSetUp,
  removePassword,
  renewRecoveryCodes,
  setPassword,
  startAuthenticator,
} from '../staff/password/set-password.ts';

const imogen = { name: 'Imogen Thrale', email: 'imogen@ledger.example', role: 'author' };

onBothEngines('letters', (engine) => {
  test('an invitation is sent as plain text, with a link that works; nothing of the link waits in the database', async (t) => {
    const { site, taken, work } = await openSiteWithMail(t, engine);
    granted(await invite(site, atTerminal, imogen));
    const jobs = await site.store.read.selectFrom('jobs').select('payload').execute();
    assert.doesNotMatch(JSON.stringify(jobs), /token|imogen/i);
    assert.equal(await work(), 1);
    const letter = taken[0] ?? '';
    assert.match(letter, /^From: .*<hustings@ledger\.example>\r\nTo: imogen@ledger\.example\r\n/m);
    assert.match(letter, /^Message-ID: <[\w-]+@ledger\.example>/m);
    assert.match(letter, /^Date: Thu, 12 Mar 2026 07:00:00 \+0000/m);
    assert.match(letter, /^Content-Type: text\/plain; charset=utf-8/m);
    const [, token = ''] = /join\/\?token=([\w-]{43})/.exec(letter) ?? [];
    assert.ok((await findInvitation(site, site.store.read, token)).ok);
  });

  test('a letter that is refused for now is sent later; one refused for ever has failed, with what was said', async (t) => {
    const { site, taken, refusals, work } = await openSiteWithMail(t, engine);
    refusals.push(451, 550);
    granted(await invite(site, atTerminal, imogen));
    assert.equal(await work(), 0);
    site.clock.pass(30_000);
    assert.equal(await work(), 0);
    assert.deepEqual(taken, []);
    const [job] = await site.store.read
      .selectFrom('jobs')
      .select(['error', 'failed_at', 'attempts'])
      .execute();
    assert.match(job?.error ?? '', /refused it: 550 /);
    assert.deepEqual([job?.failed_at !== null, Number(job?.attempts)], [true, 2]);
    refusals.push(421);
    granted(await addStaff(site, { name: 'Ann Osei', email: 'ann@ledger.example', role: 'owner' }));
    const bob = granted(
      await addStaff(site, { name: 'Bob Rees', email: 'bob@ledger.example', role: 'author' }),
    );
    granted(await changeRole(site, atTerminal, { id: bob.id, role: 'editor' }));
    assert.equal(await work(), 0);
    site.clock.pass(30_000);
    assert.equal(await work(), 1);
    assert.match(taken[0] ?? '', /To: bob@ledger\.example.*you now are editor/s);
  });

  test('whoever’s ways to sign in change is told, without a secret in the letter', async (t) => {
    const { site, taken, work } = await openSiteWithMail(t, engine);
    const ann = granted(
      await addStaff(site, { name: 'Ann Osei', email: 'ann@ledger.example', role: 'owner' }),
    );
    const self = { staff: ann, session: { id: 'none', begun: new Date(0) } };
    await startAuthenticator(site, ann.id);
    const setUp = await authenticatorToSetUp(site, ann);
    const [sealed] = await authenticatorsOf(site.store.read, ann.id);
    const step = Math.floor(site.clock.now().getTime() / 30_000);
    const code = await createOTP(await openSecret(site, sealed?.secret ?? '')).hotp(step);
    const password = 'correct horse battery staple';
    const { recoveryCodes } = granted(await setPassword(site, self, { password, code }));
    const renewed = granted(await renewRecoveryCodes(site, ann));
    granted(await removePassword(site, ann, { sure: true }));
    const { link } = granted(await makeSignInLink(site, { by: { staffId: ann.id }, id: ann.id }));
    await site.store.write((tx) => queueLetter(site, tx, { about: 'passkey-removed', staffId: ann.id }));
    assert.equal(await work(), 5);
    const subjects = taken.map((letter) => /^Subject: ((?:.|\r\n )*)\r\n\S/m.exec(letter)?.[1]).join('\n');
    for (const news of [/password was set/, /recovery codes/, /was removed/, /link was made/, /passkey was/])
      assert.match(subjects, news);
    const secrets = [password, code, setUp?.text ?? '', link.url, ...(recoveryCodes ?? []), ...renewed];
    for (const secret of secrets) assert.ok(!taken.join('\n').includes(secret));
  });

  test('what is no longer true is not sent; without a mail server nothing is asked for', async (t) => {
    const { site, taken, work } = await openSiteWithMail(t, engine);
    const { invitation } = granted(await invite(site, atTerminal, imogen));
    granted(await withdrawInvitation(site, atTerminal, invitation.id));
    assert.equal(await work(), 1);
    assert.deepEqual(taken, []);
    const silent = await openTestSite(engine);
    granted(await invite(silent, atTerminal, imogen));
    assert.deepEqual(await silent.store.read.selectFrom('jobs').selectAll().execute(), []);
  });
});

test('a line break makes no header and no second recipient', async () => {
  const server = { host: '127.0.0.1', port: 9, secure: false, user: null, password: null, local: true };
  const mail = createMail(server);
  const message = {
    ...{ id: 'a', from: { name: 'The Ledger', address: 'desk@ledger.example' }, to: 'ann@ledger.example' },
    ...{ subject: 'News', text: 'News.', date: new Date(0) },
  };
  const forged = [
    { subject: 'News\r\nBcc: eve@evil.example' },
    { to: 'ann@ledger.example, eve@evil.example' },
    { to: 'ann@ledger.example\nBcc: eve@evil.example' },
    { from: { name: 'The\nLedger', address: 'desk@ledger.example' } },
    { id: 'a\r\nX: y' },
  ];
  for (const part of forged)
    await assert.rejects(mail({ ...message, ...part }), /control character|one address to one address/);
});

test('a mail server’s address is read, and a wrong one named without its password', async () => {
  const { readConfig } = await import('../config.ts');
  const read = readConfig({ HUSTINGS_SMTP: 'smtp://desk%40ledger.example:p%3Ass@mail.ledger.example' }).smtp;
  assert.deepEqual(read, {
    ...{ host: 'mail.ledger.example', port: 587, secure: false, local: false },
    ...{ user: 'desk@ledger.example', password: 'p:ss' },
  });
  assert.equal(readConfig({ HUSTINGS_SMTP: 'smtps://localhost' }).smtp?.port, 465);
  assert.throws(
    () => readConfig({ HUSTINGS_SMTP: 'http://ann:hunter2@mail.ledger.example' }),
    (error: Error) => /HUSTINGS_SMTP/.test(error.message) && !/hunter2/.test(error.message),
  );
});
