import assert from 'node:assert/strict';
import { test } from 'node:test';
import { flatten } from '../../../test/pages/flatten.ts';
import { onBothEngines } from '../../../test/support/engines.ts';
import { granted } from '../../../test/support/publish.ts';
import { articleInput } from '../../articles/article.ts';
import { publishArticle, writeArticle } from '../../articles/save-article.ts';
import { faultsOf } from '../../audit/fixtures.ts';
import { parseCapture } from '../../migration/text-capture/parse-capture.ts';
import { createSiteWeb } from '../../web-app.ts';
import { openDesk, pass, signedIn } from '../fixtures.ts';

const editor = { actor: { role: 'editor' as const }, staffId: null };
const known = {
  version: '0',
  'source-0-class': 'document-full',
  'source-0-count': '1',
  'source-0-note': 'The board’s papers',
  'source-1-class': '',
  'source-2-class': 'in-room',
  'source-2-count': '2',
  'source-2-note': 'Separately of one another',
  'reply-0-named': 'Dunstan Peverell',
  'reply-0-came': 'none',
  'reply-0-asked': 'on 12 and 13 March',
};

async function open(engine: 'sqlite' | 'postgres') {
  const desk = await openDesk(engine);
  const { app } = createSiteWeb(desk.site);
  const read = async (path: string) => (await app.request(path)).text();
  const body = 'Dunstan Peverell told a private meeting that nothing moves.';
  const id = await writeArticle(desk.site, articleInput.parse({ title: 'Bridge toll', body }));
  const publish = async () => granted(await publishArticle(desk.site, editor, id)).path;
  return { desk, read, publish, id, body, form: `/desk/articles/${id}/sources/` };
}

onBothEngines('how we know', (engine) => {
  test('is filled in by the author, stands under the article, and survives being flattened', async () => {
    const { desk, read, publish, body, form } = await open(engine);
    const author = await signedIn(desk, 'author');
    assert.match((await author.get(form)).text, /There is no field for a source’s name, address or number/);
    assert.equal((await author.post(form, known)).location, `${form}?done=saved`);
    const path = await publish();
    const page = await read(path);
    assert.match(
      flatten(page),
      /How we know Documents read in full 1 The board’s papers People in the room 2 Separately of one another Asked for a reply on 12 and 13 March: Dunstan Peverell had not answered by publication\. Classes only/,
    );
    const [captured] = parseCapture(page.replace(/<head>.*?<\/head>/s, '').replace(/<[^>]*>/g, '')).articles;
    assert.deepEqual(captured?.paragraphs, [body]);
    await pass(desk, 0);
    assert.deepEqual(await faultsOf(desk.site), []);
  });

  test('changed after publication is a further version in the record; a forged one is found', async () => {
    const { desk, read, publish, form } = await open(engine);
    const { site } = desk;
    const browser = await signedIn(desk, 'editor');
    await browser.post(form, known);
    const path = await publish();
    const changed = { ...known, version: '1', 'reply-0-came': 'later' };
    assert.equal((await browser.post(form, changed)).location, `${form}?done=saved`);
    assert.match(flatten(await read(path)), /Dunstan Peverell answered later\./);
    assert.equal((await browser.post(form, { ...changed, 'source-2-count': '3' })).status, 409);
    const rows = await site.store.read.selectFrom('article_attributions').select('version').execute();
    assert.equal(rows.length, 2);
    await pass(desk, 0);
    assert.match(await read('/record/'), /How we know: given or changed/);
    assert.deepEqual(await faultsOf(site), []);
    await site.store.write((tx) =>
      tx.updateTable('article_attributions').set({ content: '{"replies":[],"sources":[]}' }).execute(),
    );
    assert.match((await faultsOf(site)).join(), /How we know, in its version 1, of .* is not what entry/);
  });

  test('has no place for who a source is, and says what is wrong', async () => {
    const { desk, id, form } = await open(engine);
    const browser = await signedIn(desk, 'editor');
    const cases: [Record<string, string>, RegExp][] = [
      [{ 'source-0-note': 'rita@ledger.example' }, /nothing here may lead to a source/],
      [{ 'source-0-note': 'call 01632 960 123' }, /nothing here may lead to a source/],
      [{ 'source-0-count': '0' }, /How many must be a whole number/],
      [{ 'source-0-class': 'friend' }, /Choose the class of source/],
      [{ 'source-0-class': '' }, /Choose the class of source/],
      [{ 'reply-0-named': 'Rita Sole' }, /“Rita Sole” is not named in the saved text/],
      [{ 'reply-0-came': 'perhaps' }, /Choose what came of it/],
      [{ 'source-2-note': 'x'.repeat(121) }, /longer than 120 characters/],
    ];
    for (const [fields, sentence] of cases) {
      const { status, text } = await browser.post(form, { ...known, ...fields });
      assert.equal(status, 422);
      assert.match(text, sentence);
      assert.match(text, /Separately of one another|xxxx/, 'every word comes back');
    }
    const columns = await desk.site.store.read
      .selectFrom('article_attributions')
      .selectAll()
      .where('article_id', '=', id)
      .execute();
    assert.deepEqual(columns, []);
  });
});
