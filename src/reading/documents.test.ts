import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { removeComment } from '../moderation/decide.ts';
import { readReason } from '../moderation/reason.ts';
import { readSettings } from '../publication/queries.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { createSiteWeb } from '../web-app.ts';

onBothEngines('the publication’s own pages', (engine) => {
  test('say since when they are in force, and keep every earlier wording at an address of its own', async () => {
    const site = await openTestSite(engine);
    const { app } = createSiteWeb(site);
    const get = async (path: string) => {
      const response = await app.request(path);
      return { status: response.status, text: await response.text() };
    };
    assert.match((await get('/privacy/')).text, /In force since before wordings were dated here\./);
    await publishSample(site);
    await setSetting(site, 'page.privacy', 'We keep your words.');
    site.clock.set('2026-05-03T22:30:00.000Z');
    await setSetting(site, 'page.privacy', 'We keep your words and your name.');
    const now = await get('/privacy/');
    assert.match(now.text, /In force since 3 May 2026\./);
    assert.match(
      now.text,
      /<a href="\/privacy\/versions\/2\/">Wording 2: In force from 12 March 2026 until 3 May 2026\./,
    );
    const second = await get('/privacy/versions/2/');
    assert.match(second.text, /We keep your words\./);
    assert.match(second.text, /<meta name="robots" content="noindex"/);
    assert.match(second.text, /Beside the form it said:/);
    const third = await get('/privacy/versions/3/');
    assert.match(third.text, /This is the wording in force/);
    assert.match(third.text, /<ins>.*and your name/s);
    assert.equal((await get('/privacy/versions/4/')).status, 404);
    assert.equal((await get('/privacy/versions/0/')).status, 404);
  });

  test('number the rules, and the record names a rule as it read when it was applied', async () => {
    const site = await openTestSite(engine);
    const { app } = createSiteWeb(site);
    await setSetting(site, 'comments.policy', 'open');
    await setSetting(site, 'rules', 'Be brief.\nBe kind.');
    const { id, path } = await publishSample(site);
    const { id: comment } = granted(await send(site, { articleId: id }));
    const reason = granted(readReason(await readSettings(site), { code: 'rule-2' }));
    site.clock.pass(60_000);
    granted(
      await removeComment(site, {
        id: comment,
        reason,
        moderator: { actor: { role: 'moderator' }, staffId: null },
      }),
    );
    site.clock.pass(60_000);
    await setSetting(site, 'rules', 'Be brief.\nCite.');
    await sequenceEntries(site);
    assert.match(await (await app.request('/record/')).text(), /Rule 2: Be kind\./);
    assert.match(await (await app.request(path)).text(), /Rule 2: Be kind\./);
    const rules = await (await app.request('/rules/')).text();
    assert.match(rules, /<ol>\s*<li>Be brief\.<\/li>\s*<li>Cite\.<\/li>/);
  });
});
