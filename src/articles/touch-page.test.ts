import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { publishSample } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { createSiteWeb } from '../web-app.ts';
import { articleStamp } from './queries.ts';
import { marksOf, touchPage } from './touch-page.ts';

onBothEngines('a page whose derived parts changed', (engine) => {
  test('is made anew, and no other is', async () => {
    const site = await openTestSite(engine);
    const [changed, other] = [
      await publishSample(site),
      await publishSample(site, { title: 'The ferry is late' }),
    ];
    const { app } = createSiteWeb(site);
    const stamps = () => Promise.all([changed, other].map(({ path }) => articleStamp(site.store.read, path)));
    const shows = async (title: string) => (await (await app.request(changed.path)).text()).includes(title);
    const before = await stamps();
    const comments = () => app.request(`/api/v1/articles/${changed.id}/comments`);
    const tag = (await comments()).headers.get('etag');
    assert.ok(await shows('The bridge is stuck'));
    await site.store.write((tx) =>
      tx.updateTable('articles').set({ title: 'The bridge is free' }).where('id', '=', changed.id).execute(),
    );
    assert.ok(await shows('The bridge is stuck'), 'it is kept as it was');
    await site.store.write((tx) => touchPage(tx, changed.id));
    const after = await stamps();
    assert.notEqual(after[0], before[0]);
    assert.equal(after[1], before[1]);
    assert.ok(await shows('The bridge is free'));
    assert.equal((await comments()).headers.get('etag'), tag, 'what did not change in the API is the same');
    assert.deepEqual(
      [await marksOf(site.store.read, changed.id), await marksOf(site.store.read, other.id)],
      [1, 0],
    );
  });
});
