import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { createSiteWeb } from '../../web-app.ts';
import { openDesk, publish, signedIn } from '../fixtures.ts';

onBothEngines('a pinned article', (engine) => {
  test('stands first on the front page, says so, and goes back to its place when its time is over', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const old = await publish(desk, 'Old and important');
    desk.site.clock.pass(60_000);
    await publish(desk, 'New and small');
    const { app } = createSiteWeb(desk.site);
    const front = async () => (await app.request('/')).text();
    const isFirst = (text: string) => text.indexOf('Old and important') < text.indexOf('New and small');
    assert.equal(isFirst(await front()), false);
    const past = await editor.post(`/desk/articles/${old.id}/pin/`, { until: '2026-03-11T06:30' });
    assert.equal(past.status, 422);
    assert.match(past.text, /<a href="#f-until">11 March 2026, 06:30 GMT is past/);
    assert.equal(
      (await editor.post(`/desk/articles/${old.id}/pin/`, { until: '2026-03-12T09:00' })).status,
      303,
    );
    assert.equal(isFirst(await front()), true);
    assert.match(await front(), /Pinned\./);
    assert.equal((await front()).match(/>Old and important</g)?.length, 1, 'once');
    desk.site.clock.set('2026-03-12T09:00:00.000Z');
    await publish(desk, 'Newest');
    assert.equal(isFirst(await front()), false);
  });

  test('can be taken down, and only an editor does either', async () => {
    const desk = await openDesk(engine);
    const editor = await signedIn(desk, 'editor');
    const author = await signedIn(desk, 'author');
    const { id } = await publish(desk, 'Bridge toll');
    assert.equal((await author.post(`/desk/articles/${id}/pin/`, { until: '' })).status, 403);
    const pinned = await editor.post(`/desk/articles/${id}/pin/`, { until: '' });
    assert.match((await editor.get(pinned.location ?? '')).text, /until somebody takes it down/);
    assert.equal((await editor.post(`/desk/articles/${id}/unpin/`)).status, 303);
    assert.equal((await editor.post(`/desk/articles/${id}/unpin/`)).status, 409);
  });
});
