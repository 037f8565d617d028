import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { publishSample, setSetting } from '../../../test/support/publish.ts';
import { openTestSite } from '../../../test/support/site.ts';
import { faultsOf } from '../../audit/fixtures.ts';
import { createSiteWeb } from '../../web-app.ts';

onBothEngines('a writer’s own responses', (engine) => {
  const opened = async () => {
    const site = await openTestSite(engine);
    await setSetting(site, 'comments.policy', 'open');
    const article = await publishSample(site);
    const { app } = createSiteWeb(site);
    const post = (path: string, fields: Record<string, string>, cookie = '') =>
      app.request(path, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie } });
    const write = async (name: string, text: string, cookie = '') => {
      const sent = await post(`${article.path}responses/`, { name, text }, cookie);
      assert.equal(sent.status, 303);
      return (sent.headers.get('set-cookie') ?? cookie).split(';')[0] ?? '';
    };
    const get = async (path: string, cookie = '') =>
      (await app.request(path, { headers: { cookie } })).text();
    return { site, article, post, write, get };
  };

  test('are listed for the browser that wrote them, with the way to change each, and given along as JSON', async () => {
    const { post, write, get } = await opened();
    const wilf = await write('Wilf', 'I live by the quay.');
    await write('Wilf', 'And I stay.', wilf);
    await write('Ropewalk', 'Who asked?');
    const page = await get('/you/responses/', wilf);
    assert.match(page, /I live by the quay\./);
    assert.doesNotMatch(page, /Who asked/);
    const receipt = /href="(\/receipt\/[^"]+)"/.exec(page)?.[1] ?? '';
    assert.match(
      await get(receipt),
      /href="[^"]+\/edit\/"/,
      'what was published at once can be changed from here',
    );
    const { responses } = JSON.parse(await (await post('/you/responses/download/', {}, wilf)).text());
    assert.equal(responses.length, 2);
    assert.match(await get('/you/responses/'), /This browser keeps no name/);
    assert.equal((await post('/you/responses/download/', {})).status, 422);
    assert.match(await get('/you/', wilf), /href="\/you\/responses\/"/);
  });

  test('are erased by their writer, the names alone or the words too, after a word typed', async () => {
    const { site, article, post, write, get } = await opened();
    const wilf = await write('Wilf', 'I live by the quay.');
    const nan = await write('Nan', 'So do I.');
    const path = '/you/responses/erase/';
    const slip = await post(path, { depth: 'words', sure: '' }, wilf);
    assert.deepEqual([slip.status, /Type the word erase/.test(await slip.text())], [422, true]);
    assert.equal((await post(path, { depth: 'name', sure: 'Erase' }, nan)).status, 303);
    assert.equal((await post(path, { depth: 'words', sure: 'erase' }, wilf)).status, 303);
    const page = await get(article.path);
    assert.match(page, /Its writer withdrew this response/);
    assert.match(page, /<bdi>Name removed<\/bdi>[\s\S]*So do I\./);
    assert.doesNotMatch(page, /Wilf|Nan\b|quay/);
    assert.deepEqual(await faultsOf(site), []);
    for (const table of ['pseudonyms', 'writers', 'writer_keys', 'name_looks'] as const)
      assert.deepEqual(await site.store.read.selectFrom(table).selectAll().execute(), [], table);
    assert.match(await get('/you/responses/', wilf), /This browser keeps no name/);
  });
});
