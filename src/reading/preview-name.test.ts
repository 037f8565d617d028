import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample, send, setSetting } from '../../test/support/publish.ts';
import { openTestSite } from '../../test/support/site.ts';
import { addStaff } from '../staff/add-staff.ts';
import type { EngineName } from '../store/migrations/statements.ts';
import { createSiteWeb } from '../web-app.ts';

const secret = 'w'.repeat(43);

async function open(engine: EngineName) {
  const site = await openTestSite(engine);
  await setSetting(site, 'comments.policy', 'open');
  const { id, path } = await publishSample(site, { byline: 'Ann Osei' });
  granted(await send(site, { articleId: id, name: 'TH Resident', secret }));
  const { app } = createSiteWeb(site);
  const ask = async (fields: Record<string, string>, cookie = '') => {
    const answer = await app.request(`${path}responses/`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
      body: new URLSearchParams({ text: 'I was *there* too.', ...fields }).toString(),
    });
    const page = await answer.text();
    const refused = /<div class="refused".*?<\/div>/s.exec(page)?.[0].replace(/\s+/g, ' ') ?? null;
    return { status: answer.status, page, refused, cookie: answer.headers.get('set-cookie') };
  };
  const stored = () => site.store.read.selectFrom('writers').select('id').execute();
  return { site, ask, stored };
}

onBothEngines('the preview of a reply', (engine) => {
  test('says of a name what sending would say, beside how the words will look, and keeps nothing', async () => {
    const { site, ask, stored } = await open(engine);
    granted(await addStaff(site, { name: 'Edda Holm', email: 'edda@ledger.example', role: 'editor' }));
    const before = await stored();
    for (const [name, says] of [
      ['th-resident', /Somebody else writes here as “th-resident”.*Free are “Another th-resident”/],
      ['Edda Hólm', /is the name of somebody who writes for this publication/],
      ['Ann Osei', /is the name of somebody who writes for this publication/],
      ['Moderator', /Nobody can sign as “Moderator” here/],
      ['', /Give a name\. It need not be your own\./],
    ] as const) {
      const seen = await ask({ name, do: 'preview' });
      assert.deepEqual([seen.status, seen.cookie], [422, null], name);
      assert.match(seen.refused ?? '', says);
      assert.match(seen.refused ?? '', /href="#f-name"/);
      assert.match(seen.page, /<section class="preview".*I was <em>there<\/em> too\./s);
      assert.match(seen.page, /<textarea[^>]*>\s*I was \*there\* too\./);
      const sent = await ask({ name, do: 'post' });
      assert.deepEqual([sent.status, sent.refused], [422, seen.refused]);
    }
    assert.deepEqual(await stored(), before);
  });

  test('says nothing of a name that is free, one’s own, or no longer anybody’s, nor of none where none is needed', async () => {
    const { site, ask } = await open(engine);
    const own = `__Host-hustings_writer=${secret}`;
    assert.deepEqual([(await ask({ name: 'Half-Tide', do: 'preview' })).status], [200]);
    assert.equal((await ask({ name: 'th-resident', do: 'preview' }, own)).status, 200);
    const other = `__Host-hustings_writer=${'o'.repeat(43)}`;
    assert.equal((await ask({ name: 'th-resident', do: 'preview' }, other)).status, 422);
    await site.store.write((tx) =>
      tx.updateTable('pseudonyms').set({ bound_at: null, reserved_until: '2026-01-01' }).execute(),
    );
    assert.equal((await ask({ name: 'th-resident', do: 'preview' })).status, 200);
    await setSetting(site, 'comments.anonymous', 'yes');
    const nameless = await ask({ name: '', do: 'preview' });
    assert.deepEqual([nameless.status, nameless.refused], [200, null]);
  });

  test('shows no words that cannot be drawn, and says all that is wrong', async () => {
    const { ask } = await open(engine);
    const { status, page, refused } = await ask({ name: '', text: ' ', email: 'nobody', do: 'preview' });
    assert.equal(status, 422);
    for (const said of [/Give a name/, /the text is empty/, /not a whole e-mail address/])
      assert.match(refused ?? '', said);
    assert.doesNotMatch(page, /class="preview"/);
  });
});
