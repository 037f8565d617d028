import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { conversationOf } from '../comments/conversation-queries.ts';
import { createSiteWeb } from '../web-app.ts';

onBothEngines('the conversation of a response', (engine) => {
  test('shows what it answers and what answers it, and nothing beside, and says whom each answers', async () => {
    const site = await openTestSite(engine);
    const { id, path } = await publishSample(site, { policy: 'open' });
    const say = (number: number, inReplyTo?: number) =>
      send(site, {
        articleId: id,
        text: `Words of ${number}.`,
        address: `192.0.2.${number}`,
        secret: `${number}`,
        name: `Writer ${'ABCDEFG'[number]}`,
        ...(inReplyTo === undefined ? {} : { inReplyTo }),
      });
    for (const [number, answered] of [[1], [2, 1], [3], [4, 2], [5, 1], [6, 4]] as const)
      granted(await say(number, answered));
    const { app } = createSiteWeb(site);
    const html = await (await app.request(`${path}responses/2/conversation/`)).text();
    for (const number of [1, 2, 4, 6]) assert.match(html, new RegExp(`Words of ${number}\\.`));
    for (const number of [3, 5]) assert.doesNotMatch(html, new RegExp(`Words of ${number}\\.`));
    assert.match(html, /In reply to <a [^>]*>4, <bdi>Writer E/);
    assert.match(html, /class="turn step-3"/);
    assert.match(await (await app.request(path)).text(), /responses\/2\/conversation\//);
    assert.equal((await app.request(`${path}responses/9/conversation/`)).status, 404);
  });

  test('of ten thousand answers one below the other is walked without recursion, a page at a time', async () => {
    const site = await openTestSite(engine);
    const { id } = await publishSample(site, { policy: 'open' });
    const rows = Array.from({ length: 10_000 }, (_, index) => ({
      ...{ id: `c${index}`, article_id: id, number: index + 1, state: 'published' as const, name: 'A' },
      ...{ source: '', html: '<p>A</p>', html_version: 2, posted_at: '2026-01-01', words_hash: '', salt: '' },
      ...{
        in_reply_to: index === 0 ? 10_000 : index,
        origin: 'web',
        kind: 'comment' as const,
        published_at: '2026-01-01',
      },
    }));
    await site.store.write(async (tx) => {
      for (let from = 0; from < rows.length; from += 500)
        await tx
          .insertInto('comments')
          .values(rows.slice(from, from + 500))
          .execute();
    });
    const first = await conversationOf(site.store.read, { articleId: id, number: 5000, after: 0, limit: 3 });
    assert.deepEqual(first, [
      { number: 1, depth: 0 },
      { number: 2, depth: 1 },
      { number: 3, depth: 2 },
    ]);
    const last = await conversationOf(site.store.read, {
      articleId: id,
      number: 5000,
      after: 9999,
      limit: 3,
    });
    assert.deepEqual(last, [{ number: 10_000, depth: 9_999 }]);
  });
});
