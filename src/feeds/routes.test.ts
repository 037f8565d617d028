import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { articleInput } from '../articles/article.ts';
import { writeArticle } from '../articles/save-article.ts';
import { removeComment } from '../moderation/decide.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { createSiteWeb } from '../web-app.ts';

onBothEngines('feeds', (engine) => {
  test('say nothing of a tag that only a draft has', async () => {
    const site = await openTestSite(engine);
    await writeArticle(site, articleInput.parse({ title: 'T', body: 'B', tags: 'Secret' }));
    const { app } = createSiteWeb(site);
    for (const path of [
      '/tag/secret/',
      '/tag/secret/feed/',
      '/tag/secret/feed/atom/',
      '/tag/secret/feed.json',
    ])
      assert.equal((await app.request(path)).status, 404, path);
  });

  test('a reader’s copy from before a removal is not called fresh', async () => {
    const site = await openTestSite(engine);
    await setSetting(site, 'comments.policy', 'open');
    const { id, path } = await publishSample(site);
    const first = granted(await send(site, { articleId: id, text: 'Removed words' }));
    site.clock.pass(60_000);
    granted(await send(site, { articleId: id, text: 'Later words' }));
    site.clock.pass(60_000);
    await sequenceEntries(site);
    const { app } = createSiteWeb(site);
    for (const feed of [`${path}feed/`, '/comments/feed/']) {
      const lastModified = (await app.request(feed)).headers.get('last-modified') ?? '';
      const again = () => app.request(feed, { headers: { 'if-modified-since': lastModified } });
      assert.equal((await again()).status, 304, 'nothing has changed');
    }
    const before = (await app.request(`${path}feed/`)).headers.get('last-modified') ?? '';
    await removeComment(site, {
      id: first.id,
      moderator: { actor: { role: 'moderator' }, staffId: null },
      reason: { code: 'rule-1', label: 'Rule 1', sentence: null },
    });
    await sequenceEntries(site);
    const now = await app.request(`${path}feed/`, { headers: { 'if-modified-since': before } });
    assert.equal(now.status, 200);
    assert.doesNotMatch(await now.text(), /Removed words/);
  });
});
