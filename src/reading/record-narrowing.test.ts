import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { withdrawComment } from '../comments/withdraw-comment.ts';
import { removeComment } from '../moderation/decide.ts';
import { appendEntry } from '../record/append.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { createSiteWeb } from '../web-app.ts';

onBothEngines('the record, narrowed', (engine) => {
  test('shows the lines of an article, a reason, a role and a period, and says when there are none', async () => {
    const site = await openTestSite(engine);
    const { app } = createSiteWeb(site);
    await setSetting(site, 'comments.policy', 'open');
    const bridge = await publishSample(site, { title: 'The 50% bridge' });
    const ferry = await publishSample(site, { title: 'The ferry_boat' });
    const post = async (articleId: string, name: string) =>
      granted(await send(site, { articleId, name, text: name, secret: name })).id;
    const decide = async (id: string, code: string, role: 'moderator' | 'owner') =>
      granted(
        await removeComment(site, {
          ...{ id, moderator: { actor: { role }, staffId: null } },
          reason: { code, label: code, sentence: null },
        }),
      );
    await decide(await post(bridge.id, 'Nan'), 'rule-1', 'moderator');
    site.clock.set('2026-04-02T09:00:00.000Z');
    await decide(await post(ferry.id, 'Wilf'), 'rule-2', 'owner');
    granted(await withdrawComment(site, await post(ferry.id, 'Ada')));
    await sequenceEntries(site);
    const lines = async (query: string) => {
      const page = await (await app.request(`https://ledger.example/record/?${query}`)).text();
      return [...page.matchAll(/<h3>([^<]*)<\/h3>/g)].map(([, heading]) => heading);
    };
    assert.deepEqual(await lines('reason=rule-1'), ['Response 1 removed']);
    assert.deepEqual(await lines('role=owner&kind=removed'), ['Response 1 removed']);
    assert.deepEqual(await lines('role=moderator&reason=rule-2'), []);
    assert.equal((await lines('article=FERRY')).length, 5);
    assert.equal((await lines(`article=${encodeURIComponent(bridge.path)}`)).length, 3);
    assert.deepEqual(await lines('kind=removed&to=2026-03-31'), ['Response 1 removed']);
    assert.deepEqual(await lines('kind=removed&from=2026-04-02&to=2026-04-02&reason=rule-2'), [
      'Response 1 removed',
    ]);
    assert.deepEqual(await lines('article=nothing'), []);
    const page = async (query: string) =>
      (await app.request(`https://ledger.example/record/?${query}`)).text();
    assert.match(await page('article=nothing'), /No line of the public record is like that/);
    assert.match(await page('reason=rule-1'), /role="status">One line\./);
    assert.match(await page('reason=rule-1'), /value="rule-1" selected/);
    const enter = (action: 'case.open' | 'case.close', id: string, reason: string) =>
      site.store.write((tx) =>
        appendEntry(site, tx, {
          ...{ action, by: { role: 'editor' }, reason, visibility: 'public' },
          subject: { type: 'case', id },
        }),
      );
    await enter('case.open', 'c1', 'uk-s5');
    await enter('case.open', 'c2', 'accuracy');
    await enter('case.close', 'c1', 'kept');
    await sequenceEntries(site);
    assert.deepEqual(await lines('regime=uk-s5'), ['A complaint decided', 'A complaint received']);
    assert.deepEqual(await lines('regime=uk-s5&reason=kept'), ['A complaint decided']);
    assert.deepEqual(await lines('regime=copyright'), []);
    assert.deepEqual(await lines('kind=complaints&regime=accuracy'), ['A complaint received']);
    assert.match(await page('regime=accuracy'), /value="accuracy" selected[^>]*>Accuracy</);
    const wrong = await page(
      `from=yesterday&reason=${encodeURIComponent('%"')}&role=_&regime=${encodeURIComponent("x' OR 1=1")}`,
    );
    assert.match(wrong, /Response 1 removed/, 'what is none narrows nothing');
  });
});
