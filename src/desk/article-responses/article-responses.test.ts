import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted, publishSample, type Sent, send, setSetting } from '../../../test/support/publish.ts';
import { withdrawComment } from '../../comments/withdraw-comment.ts';
import { openDesk, signedIn } from '../fixtures.ts';

/** Answers 1, 2, 3 …, so that no two texts are the same. */
function counter(): () => number {
  let last = 0;
  return () => {
    last += 1;
    return last;
  };
}

onBothEngines('slow mode and the pace that holds', (engine) => {
  test('slow mode tells a writer when to come back, by name and by address, and only under that article', async () => {
    const desk = await openDesk(engine);
    const { site } = desk;
    const { id } = await publishSample(site, { policy: 'open' });
    const { id: other } = await publishSample(site, { policy: 'open', title: 'Another' });
    const moderator = await signedIn(desk, 'moderator');
    const page = `/desk/articles/${id}/responses/`;
    for (const seconds of ['soon', '-1', '1.5', '86401', '９']) {
      const refused = await moderator.post(page, { seconds });
      assert.equal(refused.status, 422);
      assert.ok(refused.text.includes(`value="${seconds}"`), 'what was typed is kept');
      assert.match(refused.text, /<a href="#f-seconds">Give a whole number of seconds from 0 to 86,400/);
    }
    assert.equal((await moderator.post(page, { seconds: '300' })).status, 303);
    assert.match((await moderator.get(page)).text, /5 minutes\s*\(this article’s own\)/);

    const number = counter();
    const say = (sent: Partial<Sent>) => send(site, { articleId: id, text: `No. ${number()}`, ...sent });
    const nan = { name: 'Nan', secret: 'nan', address: '192.0.2.1' };
    const first = granted(await say(nan));
    site.clock.pass(299_000);
    const early = await say(nan);
    assert.ok(!early.ok && early.code === 'too-fast');
    assert.match(early.sentence, /5 minutes lie between two .* You can write again at .*07:05.* kept here/);
    assert.equal(
      (await say({ ...nan, name: 'Nan too', secret: 'other' })).ok,
      false,
      'from the same address',
    );
    assert.equal((await say({ ...nan, address: '192.0.2.2' })).ok, false, 'by the same writer');
    assert.ok((await say({ name: 'Kit', secret: 'kit', address: '192.0.2.3' })).ok, 'somebody else is free');
    assert.ok((await say({ ...nan, articleId: other })).ok, 'and so is the other article');
    granted(await withdrawComment(site, first.id));
    assert.equal((await say(nan)).ok, false, 'taking it back shortens nothing');
    site.clock.pass(1_000);
    assert.ok((await say(nan)).ok);
    assert.equal((await moderator.post(page, { seconds: '' })).status, 303);
    assert.ok((await say(nan)).ok, 'it is off, as the publication has it');
    const entries = await site.store.read
      .selectFrom('record_entries')
      .select('leaf')
      .where('action', '=', 'article.slow')
      .execute();
    assert.equal(entries.length, 2);
    assert.ok(entries.every(({ leaf }) => leaf.includes('"visibility":"public"')));
  });

  test('more in ten minutes than a setting allows wait: by one name, from one address, under one article', async () => {
    const desk = await openDesk(engine);
    const { site } = desk;
    const { id } = await publishSample(site, { policy: 'open' });
    const number = counter();
    const say = async (sent: Partial<Sent>) =>
      granted(await send(site, { articleId: id, text: `No. ${number()}`, ...sent })).heldFor;
    await setSetting(site, 'comments.hold-pace-writer', '2');
    const nan = (address: string) => ({ name: 'Nan', secret: 'nan', address });
    assert.deepEqual(await say(nan('192.0.2.1')), []);
    site.clock.pass(300_000);
    assert.deepEqual(await say(nan('192.0.2.2')), []);
    assert.deepEqual(await say(nan('192.0.2.3')), ['pace']);
    const moderator = await signedIn(desk, 'moderator');
    const queue = (await moderator.get('/desk/queue/')).text;
    assert.match(queue, /it was number 3 in ten minutes under this name/);
    site.clock.pass(301_000);
    assert.deepEqual(await say(nan('192.0.2.4')), ['pace'], 'the window slides: two of them are younger');
    site.clock.pass(600_000);
    assert.deepEqual(await say(nan('192.0.2.4')), []);

    await setSetting(site, 'comments.hold-pace-writer', '0');
    await setSetting(site, 'comments.hold-pace-address', '1');
    assert.deepEqual(await say({ name: 'Kit', secret: 'kit', address: '192.0.2.9' }), []);
    assert.deepEqual(await say({ name: 'Pat', secret: 'pat', address: '192.0.2.9' }), ['pace']);
    await setSetting(site, 'comments.hold-pace-address', '0');
    await setSetting(site, 'comments.hold-pace-article', '4');
    assert.deepEqual(await say({ name: 'Una', secret: 'una', address: '192.0.2.10' }), []);
    assert.deepEqual(await say({ name: 'Max', secret: 'max', address: '192.0.2.11' }), ['pace']);
    const { id: other } = await publishSample(site, { policy: 'open', title: 'Another' });
    assert.deepEqual(await say({ articleId: other, name: 'Max', secret: 'max' }), []);
  });
});
