import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { json, openApi, tokenOf } from './fixtures.ts';

onBothEngines('the language of an article by the API', (engine) => {
  test('is written, read, changed and emptied as any other part', async () => {
    const { site, call } = await openApi(engine);
    const { headers } = await tokenOf(site, 'editor');
    const words = { title: 'Mae’r bont yn sownd', body: 'Nid yw’n symud.' };
    const made = await call('/api/v1/articles', json('POST', { ...words, language: 'CY' }, headers));
    assert.deepEqual([made.status, made.body.language], [201, 'cy']);
    const address = `/api/v1/articles/${made.body.id}`;
    const change = (fields: object) => call(address, json('PATCH', fields, { ...headers, 'if-match': '*' }));
    assert.equal((await change({ title: 'Y bont' })).body.language, 'cy');
    assert.equal((await change({ language: 'ga' })).body.language, 'ga');
    assert.equal((await change({ language: null })).body.language, null);
  });

  test('is refused by name where it is no tag', async () => {
    const { site, call } = await openApi(engine);
    const { headers } = await tokenOf(site, 'editor');
    const sent = { title: 'The bridge', body: 'It is stuck.', language: 'welsh' };
    const refused = await call('/api/v1/articles', json('POST', sent, headers));
    assert.equal(refused.status, 422);
    assert.equal(refused.body.errors?.[0]?.field, 'language');
    assert.match(refused.body.errors?.[0]?.sentence ?? '', /“welsh” is no language tag/);
  });
});
