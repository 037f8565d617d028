import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { forget } from './background.ts';

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
