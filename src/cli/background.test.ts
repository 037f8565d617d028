import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { readConfig } from '../config.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { removeComment } from '../moderation/decide.ts';
import { sendingCounts } from '../moderation/statements/sending/queries.ts';
import { witnessKind } from '../publication/witnesses/call-witnesses.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { WitnessServer } from '../record/witnesses/fixtures.ts';
import { forget, lookOutside } from './background.ts';

const day = 86_400_000;

onBothEngines('what is kept only for a time', (engine) => {
  test('goes after as many days as the settings say, and not before', async () => {
    const site = await openTestSite(engine);
    await setSetting(site, 'retention.addresses', '7');
    await setSetting(site, 'retention.request-keys', '2');
    await setSetting(site, 'retention.jobs', '3');
    const { id } = await publishSample(site);
    await send(site, { articleId: id, key: 'a key' });
    const dueAt = site.clock.now().toISOString();
    await site.store.write((tx) => enqueue(site, tx, { kind: 'test', payload: {}, dueAt }));
    assert.equal(await runDueJobs(site, { test: async () => undefined }), 1);
    const left = async () => {
      const { read } = site.store;
      const hashes = await read
        .selectFrom('comments')
        .select('id')
        .where('address_hash', 'is not', null)
        .execute();
      const keys = await read.selectFrom('sent_requests').select('at').execute();
      const jobs = await read.selectFrom('jobs').select('id').execute();
      return { hashes: hashes.length, keys: keys.length, jobs: jobs.length };
    };
    await forget(site);
    assert.deepEqual(await left(), { hashes: 1, keys: 1, jobs: 1 });
    site.clock.pass(day);
    await forget(site);
    assert.deepEqual(await left(), { hashes: 1, keys: 0, jobs: 1 });
    site.clock.pass(2.5 * day);
    await forget(site);
    assert.deepEqual(await left(), { hashes: 1, keys: 0, jobs: 0 });
    site.clock.pass(4 * day);
    await forget(site);
    assert.deepEqual(await left(), { hashes: 0, keys: 0, jobs: 0 });
  });
});

onBothEngines('those outside who are told something', (engine) => {
  test('are looked at each for itself: what fails for one holds up no other', async () => {
    const site = await openTestSite(engine, {
      HUSTINGS_STATEMENTS: 'https://transparency.example/api/v1',
      HUSTINGS_STATEMENTS_TOKEN: 'token',
    });
    const { line } = new WitnessServer('quay.example/w1', () => new Date(0));
    await setSetting(site, 'record.witnesses', line.replace('http:///', 'https://quay.example/'));
    await setSetting(site, 'statements.send-from', '2026-03-12');
    const { id: articleId } = await publishSample(site, { policy: 'open' });
    const { id } = granted(await send(site, { articleId }));
    const moderator = { actor: { role: 'moderator' as const }, staffId: null };
    granted(
      await removeComment(site, {
        id,
        moderator,
        reason: { code: 'legal', label: 'A legal reason', sentence: null },
      }),
    );
    await sequenceEntries(site);
    site.clock.pass(day / 24);
    const move = (from: string, to: string) =>
      site.store.write((tx) => sql`ALTER TABLE ${sql.table(from)} RENAME TO ${sql.table(to)}`.execute(tx));
    await move('record_witnesses', 'gone');
    await lookOutside(site);
    assert.equal((await sendingCounts(site.store.read)).waiting, 1);
    await move('gone', 'record_witnesses');
    await move('statement_sender', 'gone');
    await lookOutside(site);
    const asked = await site.store.read
      .selectFrom('jobs')
      .select('id')
      .where('kind', '=', witnessKind)
      .execute();
    assert.equal(asked.length, 1);
  });
});

test('a token for statements is set for https alone, but for a place that is allowed on purpose', () => {
  const of = (HUSTINGS_STATEMENTS: string, HUSTINGS_OUTBOUND_ALLOW = '') =>
    readConfig({ HUSTINGS_STATEMENTS, HUSTINGS_STATEMENTS_TOKEN: 'token', HUSTINGS_OUTBOUND_ALLOW })
      .statements;
  const secure = 'https://transparency.example/api/v1';
  assert.equal(of(`${secure}/`)?.api, secure);
  for (const [api, allowed] of [
    ['http://transparency.example/api/v1', ''],
    ['http://127.0.0.1:8080/api/v1', '127.0.0.1:8081'],
  ] as const)
    assert.throws(() => of(api, allowed), /HUSTINGS_STATEMENTS is “http:.*must begin with https:/);
  assert.equal(of('http://127.0.0.1:8080/', '127.0.0.1:8080')?.api, 'http://127.0.0.1:8080');
});
