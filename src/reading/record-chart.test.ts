import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { removeComment, restoreComment } from '../moderation/decide.ts';
import { readReason } from '../moderation/reason.ts';
import { readSettings } from '../publication/queries.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { createSiteWeb } from '../web-app.ts';

onBothEngines('the record by month', (engine) => {
  test('counts what was removed and restored by the months of the publication’s zone', async () => {
    const site = await openTestSite(engine);
    const { app } = createSiteWeb(site);
    const moderator = { actor: { role: 'moderator' as const }, staffId: null };
    await setSetting(site, 'comments.policy', 'open');
    await setSetting(site, 'time-zone', 'Asia/Kathmandu');
    const { id } = await publishSample(site);
    const record = async () => {
      await sequenceEntries(site);
      return (await app.request('/record/')).text();
    };
    assert.doesNotMatch(await record(), /<svg/, 'nothing was decided yet');
    const reason = granted(readReason(await readSettings(site), { code: 'rule-1' }));
    const ids: string[] = [];
    for (const [secret, at] of [
      ['a', '2026-03-31T18:14:59.000Z'],
      ['b', '2026-03-31T18:15:00.000Z'],
    ] as const) {
      const sent = granted(
        await send(site, { articleId: id, name: `Half-Tide ${secret}`, text: secret, secret }),
      );
      site.clock.set(at);
      granted(await removeComment(site, { id: sent.id, reason, moderator }));
      ids.push(sent.id);
    }
    granted(await restoreComment(site, { id: ids[0] ?? '', moderator }));
    const page = await record();
    const row = (month: string) =>
      page.match(new RegExp(`<th scope="row">${month}</th>\\s*<td>(\\d+)</td>\\s*<td>(\\d+)</td>`));
    assert.deepEqual(row('March 2026')?.slice(1), ['1', '0']);
    assert.deepEqual(row('April 2026')?.slice(1), ['1', '1']);
    assert.match(page, /In 12 months 2 removed, 1 restored after a second look\./);
    assert.doesNotMatch(await (await app.request('/record/?kind=removed')).text(), /<svg/);
  });
});
