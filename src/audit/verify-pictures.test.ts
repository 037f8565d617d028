import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted, publishSample } from '../../test/support/publish.ts';
import { openTestSite, type TestSite } from '../../test/support/site.ts';
import { articleInput } from '../articles/article.ts';
import { editArticle } from '../articles/save-article.ts';
import { restoreArticle, withdrawArticle } from '../articles/withdraw-article.ts';
import { drawn, samplePicture, uploaded } from '../pictures/fixtures.ts';
import { replacePicture } from '../pictures/replace-picture.ts';
import { sequenceEntries } from '../record/sequence.ts';
import { verifyPublication } from './verify-publication.ts';

const editor = { actor: { role: 'editor' as const }, staffId: null };

async function withdrawn(site: TestSite, body: string) {
  const { id, path } = await publishSample(site, { body });
  granted(await withdrawArticle(site, editor, { id, reason: 'wrong', note: 'It was wrong.' }));
  const edit = async (source: string) => {
    const input = articleInput.parse({ title: 'The bridge is stuck', body: source, format: 'html' });
    granted(await editArticle(site, editor, { id, input }));
  };
  return { id, path, edit };
}

async function picturesEntered({ store }: TestSite) {
  const rows = await store.read
    .selectFrom('record_entries')
    .select(['action', 'leaf'])
    .where('action', 'like', 'picture.%')
    .orderBy('id')
    .execute();
  return rows.map(({ action, leaf }) => `${action} ${JSON.parse(leaf).subject.number}`);
}

async function faultsOf(site: TestSite): Promise<string[]> {
  await sequenceEntries(site);
  return (await verifyPublication(site.store.read)).map(({ sentence }) => sentence);
}

onBothEngines('pictures of an article that was withdrawn', (engine) => {
  test('a picture added meanwhile is entered in the record when the article is restored', async () => {
    const site = await openTestSite(engine);
    const { id } = await samplePicture(site);
    const article = await withdrawn(site, 'Words alone.');
    await article.edit(`<p>Words.</p><img src="/pictures/${id}" alt="The bridge">`);
    assert.deepEqual(await picturesEntered(site), []);
    granted(await restoreArticle(site, editor, article.id));
    assert.deepEqual(await picturesEntered(site), ['picture.show 1']);
    assert.deepEqual(await faultsOf(site), []);
  });

  test('a picture without a description keeps the article withdrawn', async () => {
    const site = await openTestSite(engine);
    const { id } = await samplePicture(site);
    const article = await withdrawn(site, 'Words alone.');
    await article.edit(`<p>Words.</p><img src="/pictures/${id}">`);
    const refused = await restoreArticle(site, editor, article.id);
    assert.equal(refused.ok ? '' : refused.code, 'picture-without-description');
    const row = await site.store.read
      .selectFrom('articles')
      .select('state')
      .where('id', '=', article.id)
      .executeTakeFirstOrThrow();
    assert.equal(row.state, 'withdrawn');
    assert.deepEqual(await faultsOf(site), []);
  });

  test('a picture whose file was replaced meanwhile is entered as what readers now see', async () => {
    const site = await openTestSite(engine);
    const { id } = await samplePicture(site);
    const article = await withdrawn(site, `![The bridge](/pictures/${id})`);
    const upload = uploaded(site, await drawn('png', 400, 300));
    granted(await replacePicture(site, editor, { id, upload }));
    granted(await restoreArticle(site, editor, article.id));
    assert.deepEqual(await picturesEntered(site), ['picture.show 1', 'picture.show 2']);
    assert.deepEqual(await faultsOf(site), []);
  });
});
