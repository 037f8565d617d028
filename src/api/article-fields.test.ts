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

onBothEngines('guests by the API', (engine) => {
  test('are named among the authors, kept by a change of something else, and refused under a name of the staff', async () => {
    const { site, call } = await openApi(engine);
    const { headers } = await tokenOf(site, 'editor');
    const guest = {
      name: 'Mary Sedge',
      note: 'councillor for the east ward',
      url: 'https://wrenmouth.example/',
    };
    const words = { title: 'The weir', body: 'It leaks.', authors: ['Imogen Thrale', 'Mary Sedge'] };
    const made = await call('/api/v1/articles', json('POST', { ...words, guests: [guest] }, headers));
    assert.equal(made.status, 201);
    const { note, url } = guest;
    const authors = [{ name: 'Imogen Thrale' }, { name: 'Mary Sedge', guest: { note, url } }];
    assert.deepEqual(made.body.authors, authors);
    const address = `/api/v1/articles/${made.body.id}`;
    const change = (fields: object, method = 'PATCH') =>
      call(address, json(method, fields, { ...headers, 'if-match': '*' }));
    assert.deepEqual((await change({ title: 'A weir' })).body.authors, authors);
    const plain = words.authors.map((name) => ({ name }));
    assert.deepEqual((await change({ guests: null })).body.authors, plain);
    await change({ guests: [guest] });
    assert.deepEqual((await change(words, 'PUT')).body.authors, plain);
    const { name } = await site.store.read.selectFrom('staff').select('name').executeTakeFirstOrThrow();
    for (const [who, code] of [
      [name, 'guest-is-staff'],
      ['Abel Quill', 'guest-not-named'],
    ] as const) {
      const sent = { authors: [name, 'Mary Sedge'], guests: [{ name: who }] };
      const refused = await change(sent);
      assert.deepEqual([refused.status, refused.body.code], [422, code]);
    }
  });
});
