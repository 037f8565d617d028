import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { type TestContext, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { createMail } from '../mail/smtp.ts';
import { addStaff } from '../staff/add-staff.ts';
import { changeRole } from '../staff/change-role.ts';
import { findInvitation } from '../staff/invitations/accept-invitation.ts';
import { invite } from '../staff/invitations/invite.ts';
import { withdrawInvitation } from '../staff/invitations/renew-invitation.ts';
import { atTerminal } from '../staff/manager.ts';
import type { EngineName } from '../store/migrations/statements.ts';
import { sendLetter } from './send-letter.ts';

const imogen = { name: 'Imogen Thrale', email: 'imogen@ledger.example', role: 'author' };

/** A real mail server that refuses with the codes that are queued, then takes everything. */
async function withMailServer(t: TestContext, engine: EngineName) {
  const taken: string[] = [];
  const refusals: number[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, callback) {
      const responseCode = refusals.shift();
      callback(responseCode ? Object.assign(new Error('not now, or not here'), { responseCode }) : null);
    },
    onData(stream, _session, callback) {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        taken.push(Buffer.concat(pieces).toString('utf8'));
        callback();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const { port } = server.server.address() as AddressInfo;
  const site = await openTestSite(engine, { HUSTINGS_SMTP: `smtp://127.0.0.1:${port}` });
  const work = () => runDueJobs(site, { 'mail.send': sendLetter });
  return { site, taken, refusals, work };
}

/** A letter’s words as they were written (RFC 2045, 6.7). */
const words = (raw: string) =>
  raw
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));

onBothEngines('letters', (engine) => {
  test('an invitation is sent as plain text, with a link that works; nothing of the link waits in the database', async (t) => {
    const { site, taken, work } = await withMailServer(t, engine);
    granted(await invite(site, atTerminal, imogen));
    const jobs = await site.store.read.selectFrom('jobs').select('payload').execute();
    assert.doesNotMatch(JSON.stringify(jobs), /token|imogen/i);
    assert.equal(await work(), 1);
    const letter = words(taken[0] ?? '');
    assert.match(letter, /^From: .*<hustings@ledger\.example>\r\nTo: imogen@ledger\.example\r\n/m);
    assert.match(letter, /^Message-ID: <[\w-]+@ledger\.example>/m);
    assert.match(letter, /^Date: Thu, 12 Mar 2026 07:00:00 \+0000/m);
    assert.match(letter, /^Content-Type: text\/plain; charset=utf-8/m);
    const [, token = ''] = /join\/\?token=([\w-]{43})/.exec(letter) ?? [];
    assert.ok((await findInvitation(site, site.store.read, token)).ok);
  });

  test('a letter that is refused for now is sent later; one refused for ever has failed, with what was said', async (t) => {
    const { site, taken, refusals, work } = await withMailServer(t, engine);
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
    assert.match(words(taken[0] ?? ''), /To: bob@ledger\.example.*you now are editor/s);
  });

  test('what is no longer true is not sent; without a mail server nothing is asked for', async (t) => {
    const { site, taken, work } = await withMailServer(t, engine);
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
