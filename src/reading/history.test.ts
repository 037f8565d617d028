import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flatten } from '../../test/pages/flatten.ts';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample } from '../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { articleInput } from '../articles/article.ts';
import { attributeArticle } from '../articles/attributions/attribute-article.ts';
import { changeClaim, markClaim, withdrawClaim } from '../articles/claims/mark-claim.ts';
import { withholdRevision } from '../articles/revisions/withhold.ts';
import { editArticle } from '../articles/save-article.ts';
import { faultsOf } from '../audit/fixtures.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { createSiteWeb } from '../web-app.ts';

const editor = { actor: { role: 'editor' as const }, staffId: null };
const title = 'The bridge is stuck';

async function open(engine: 'sqlite' | 'postgres') {
  const site = await openTestSite(engine);
  const { app } = createSiteWeb(site);
  const page = async (path: string) => {
    const response = await app.request(path);
    return { status: response.status, text: await response.text() };
  };
  return { site, page };
}

async function revise(site: TestSite, id: string, fields: Record<string, string>): Promise<void> {
  site.clock.pass(3_600_000);
  granted(await editArticle(site, editor, { id, input: articleInput.parse({ title, ...fields }) }));
}

onBothEngines('an article’s history', (engine) => {
  test('says of an article with one version that nothing was changed', async () => {
    const { site, page } = await open(engine);
    const { path } = await publishSample(site, { title });
    const { status, text } = await page(`${path}history/`);
    assert.equal(status, 200);
    assert.match(text, /There is one version: nothing was changed since it was published\./);
    assert.doesNotMatch((await page(path)).text, /history\//);
  });

  test('shows what changed from each version to the next, and which was a typing error', async () => {
    const { site, page } = await open(engine);
    const { id, path } = await publishSample(site, {
      title,
      body: 'It has stuck fourteen tims.\n\nNobody knows.',
    });
    await revise(site, id, { body: 'It has stuck fourteen times.\n\nNobody knows.', change: 'minor' });
    await revise(site, id, { body: 'It has stuck eleven times.\n\nNobody knows.' });
    assert.match((await page(path)).text, new RegExp(`<a href="${path}history/">Revised <time`));
    const words = flatten((await page(`${path}history/`)).text);
    assert.match(words, /Version 3, 12 March 2026, 09:00 GMT/);
    assert.match(words, /It has stuck \[taken out: fourteen\] \[put in: eleven\] times\./);
    assert.match(words, /Version 2, 12 March 2026, 08:00 GMT Minor: a typing error mended\./);
    assert.match(words, /\[taken out: tims\] \[put in: times\]/);
    assert.match(words, /Version 1, 12 March 2026, 07:00 GMT As it was first published here\./);
    await sequenceEntries(site);
    assert.match((await page('/record/')).text, /Minor: a typing error mended\./);
    assert.deepEqual(await faultsOf(site), []);
  });

  test('shows how claims and sources read before, and when; nothing of it beside a withheld version', async () => {
    const { site, page } = await open(engine);
    const { id, path } = await publishSample(site, { title, body: 'It opens in May. It will cost less.' });
    const known = (count: number) => ({
      sources: [{ class: 'official' as const, count, note: '' }],
      replies: [],
    });
    const claim = { passage: 'It opens in May', claim: 'The bridge opens', due: '2026-05-01' };
    granted(await markClaim(site, editor, { id, input: claim }));
    granted(await attributeArticle(site, editor, { id, version: 0, attribution: known(2) }));
    assert.doesNotMatch((await page(`${path}history/`)).text, /stood beside/);
    site.clock.pass(3_600_000);
    const input = { ...claim, due: '2026-06-01' };
    granted(await changeClaim(site, editor, { id, number: 1, version: 1, input }));
    granted(await attributeArticle(site, editor, { id, version: 1, attribution: known(3) }));
    site.clock.pass(3_600_000);
    granted(await withdrawClaim(site, editor, { id, number: 1, version: 2 }));
    const words = async () => flatten((await page(`${path}history/`)).text);
    const shown = await words();
    assert.match(
      shown,
      /From 12 March 2026, 07:00 GMT until 12 March 2026, 08:00 GMT: claim 1, changed since\. 1 May 2026: The bridge opens\./,
    );
    assert.match(
      shown,
      /until 12 March 2026, 09:00 GMT: claim 1, taken off since\. 1 June 2026: The bridge opens\./,
    );
    assert.match(shown, /until 12 March 2026, 08:00 GMT: How we know Officials 2/);
    assert.doesNotMatch(shown, /Officials 3/);
    await revise(site, id, { body: 'It opens.' });
    granted(await withholdRevision(site, editor, { id, number: 1, reason: 'privacy' }));
    assert.doesNotMatch(await words(), /stood beside|The bridge opens|Officials/);
  });

  test('compares any two versions, the older first, and knows no others', async () => {
    const { site, page } = await open(engine);
    const { id, path } = await publishSample(site, { title, body: 'One.' });
    await revise(site, id, { body: 'Two.' });
    await revise(site, id, { body: 'Three.', standfirst: 'So it is.' });
    for (const query of ['from=1&to=3', 'from=3&to=1']) {
      const words = flatten((await page(`${path}history/?${query}`)).text);
      assert.match(words, /Version 1 and version 3 compared/);
      assert.match(words, /\[taken out: One\] \[put in: Three\]\./);
      assert.match(words, /Standfirst: \[put in: So it is\.\]/);
    }
    for (const query of [
      'from=1&to=4',
      'from=0&to=1',
      'from=2&to=2',
      'from=x',
      'to=2',
      'from=1&to=9999999999',
    ])
      assert.equal((await page(`${path}history/?${query}`)).status, 404, query);
  });

  test('is paged, cut short where much changed, and gone where the article is', async () => {
    const { site, page } = await open(engine);
    const { id, path } = await publishSample(site, { title, body: 'Version 1.' });
    for (let version = 2; version <= 21; version += 1)
      await revise(site, id, { body: `Version ${version}.` });
    const long = Array.from({ length: 4000 }, (_, at) => `tide${at}`).join(' ');
    await revise(site, id, { body: long });
    const { text } = await page(`${path}history/`);
    assert.match(flatten(text), /Page 1 of 2/);
    assert.match(flatten(text), /There is more: the whole comparison/);
    assert.doesNotMatch(text, /tide3999/);
    assert.match((await page(`${path}history/?from=21&to=22`)).text, /tide3999/);
    assert.match((await page(`${path}history/page/2/`)).text, /As it was first published here/);
    assert.equal((await page(`${path}history/page/3/`)).status, 404);
    await site.store.write((tx) =>
      tx.updateTable('articles').set({ state: 'withdrawn' }).where('id', '=', id).execute(),
    );
    assert.equal((await page(`${path}history/`)).status, 410);
  });
});
