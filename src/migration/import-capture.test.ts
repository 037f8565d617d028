import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, setSetting } from '../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { publishArticle } from '../articles/save-article.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { createSiteWeb } from '../web-app.ts';
import { paragraphsHtml } from './capture-html.ts';
import { importCapture } from './import-capture.ts';
import { parseCapture } from './text-capture/parse-capture.ts';

const capture = [
  'The ferry comes back',
  'March 3rd, 2011',
  'It left in March and came back in May. <b>Nobody</b> knows why.',
  'Tags: ferry, , weather',
  '3 Responses to “The ferry comes back”',
  '1. Ropewalk says:',
  'I saw it come in at https://ferry.example/log.html.',
  '2. Half-Tide says:',
  'So did I, from the other side.',
  'Leave a Reply',
].join('\n\n');

function captured() {
  const [article] = parseCapture(capture).articles;
  assert.ok(article);
  return article;
}

async function pageOf(site: TestSite, path: string): Promise<string> {
  const response = await createSiteWeb(site).app.request(path);
  assert.equal(response.status, 200);
  return response.text();
}

onBothEngines('importing a text capture', (engine) => {
  test('a capture becomes a private draft, and a page with its numbers when it is published', async () => {
    const site = await openTestSite(engine);
    const draft = granted(await importCapture(site, { captured: captured(), publish: false }));
    assert.equal(draft.path, null);
    assert.doesNotMatch(await pageOf(site, '/'), /ferry/i);
    assert.doesNotMatch(await pageOf(site, '/search?q=half-tide'), /So did I/);
    const editor = { actor: { role: 'editor' as const }, staffId: null };
    const { path } = granted(await publishArticle(site, editor, draft.id));
    const page = await pageOf(site, path);
    assert.match(page, /id="response-2"/);
    assert.match(page, /3 March 2011/);
    assert.match(page, /One tag lost its name\./);
    assert.match(page, /The page spoke of 3 responses; 2 are in the copy\./);
    assert.match(page, /&#x3C;b>Nobody|&lt;b/);
    assert.match(await pageOf(site, '/search?q=other+side'), /So did I/);
  });

  test('published at once it stands at its old date, wherever the publication is', async () => {
    const site = await openTestSite(engine);
    await setSetting(site, 'time-zone', 'Pacific/Auckland');
    const imported = granted(await importCapture(site, { captured: captured(), publish: true }));
    assert.equal(imported.path, '/2011/03/03/the-ferry-comes-back/');
    await sequenceEntries(site);
    const entries = await site.store.read
      .selectFrom('record_entries')
      .select('action')
      .where('action', 'like', 'article%')
      .execute();
    assert.deepEqual(
      entries.map(({ action }) => action),
      ['article.import'],
      'one import is one entry',
    );
  });

  test('the same page again adds nothing, and publishes the draft that it is', async () => {
    const site = await openTestSite(engine);
    const bring = async (publish: boolean) =>
      granted(await importCapture(site, { captured: captured(), publish }));
    const first = await bring(false);
    assert.deepEqual([(await bring(false)).already, (await bring(false)).id], [true, first.id]);
    const published = await bring(true);
    assert.deepEqual([published.id, published.already], [first.id, false]);
    const again = await bring(true);
    assert.deepEqual([again.already, again.path], [true, published.path]);
    const count = await site.store.read.selectFrom('comments').select('id').execute();
    assert.equal(count.length, 2);
  });
});

test('links that a capture printed with their addresses are at their words again', () => {
  const links = [
    { mark: '1', text: '“Under the deck”: https://notes.example/deck?a=1&b=2' },
    { mark: '2', text: '“not there”: https://notes.example/gone' },
    { mark: '3', text: 'https://notes.example/more' },
  ];
  assert.equal(
    paragraphsHtml(['Read Under the deck first.', 'Then https://notes.example/more, and <so> on.'], {
      links,
    }),
    '<p>Read <a href="https://notes.example/deck?a=1&#x26;b=2">Under the deck</a> first.</p>\n' +
      '<p>Then <a href="https://notes.example/more">https://notes.example/more</a>, and &#x3C;so> on.</p>',
  );
});
