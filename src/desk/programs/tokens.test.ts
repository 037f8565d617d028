import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import { bearerOf } from '../../tokens/bearer.ts';
import { openDesk, signedIn } from '../fixtures.ts';

const wanted = {
  name: 'Tide <b>table</b>',
  'scope-articles:read': 'on',
  'scope-articles:write': 'on',
  days: '30',
};

onBothEngines('tokens at the desk', (engine) => {
  test('a token is shown once, works, and is revoked', async () => {
    const desk = await openDesk(engine);
    const browser = await signedIn(desk, 'author');
    const made = await browser.post('/desk/tokens/', wanted);
    assert.equal(made.status, 201);
    const [secret = ''] = /hst_[\w-]{43}/.exec(made.text) ?? [];
    const bearer = await bearerOf(desk.site, `Bearer ${secret}`);
    assert.ok(typeof bearer !== 'string');
    assert.deepEqual([bearer.staff.role, bearer.scopes], ['author', ['articles:read', 'articles:write']]);
    const list = await browser.get('/desk/tokens/');
    assert.doesNotMatch(list.text, /hst_/);
    assert.match(list.text, /Tide &lt;b&gt;table&lt;\/b&gt;/);
    assert.match(list.text, /Works until/);
    const revoked = await browser.post(`/desk/tokens/${bearer.tokenId}/revoke/`, {});
    assert.deepEqual([revoked.status, revoked.location], [303, '/desk/tokens/?done=revoked']);
    assert.match((await browser.get('/desk/tokens/?done=revoked')).text, /from now on it does nothing/);
    assert.equal(await bearerOf(desk.site, `Bearer ${secret}`), 'revoked');
  });

  test('what is refused comes back as it was typed, with the way to the field', async () => {
    const desk = await openDesk(engine);
    const browser = await signedIn(desk, 'editor');
    const answer = await browser.post('/desk/tokens/', {
      name: '',
      'scope-articles:publish': 'on',
      days: '7',
    });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /<a href="#f-name">Say what the token is for/);
    assert.match(answer.text, /name="scope-articles:publish" checked/);
    assert.match(answer.text, /value="7" selected/);
    const none = await browser.post('/desk/tokens/', { ...wanted, 'scope-articles:admin': 'on', days: '9' });
    assert.match(none.text, /<a href="#f-days">/);
    assert.equal((await desk.site.store.read.selectFrom('api_tokens').select('id').execute()).length, 0);
  });

  test('somebody sees their own tokens, an owner sees and revokes everybody’s', async () => {
    const desk = await openDesk(engine);
    const [owner, editor, author] = [
      await signedIn(desk, 'owner'),
      await signedIn(desk, 'editor'),
      await signedIn(desk, 'author'),
    ];
    await editor.post('/desk/tokens/', { ...wanted, name: 'The editor’s' });
    await author.post('/desk/tokens/', { ...wanted, name: 'The author’s' });
    const names = async (browser: typeof owner) =>
      [...(await browser.get('/desk/tokens/')).text.matchAll(/<bdi>(The \w+’s)/g)].map(([, name]) => name);
    assert.deepEqual(await names(editor), ['The editor’s']);
    assert.deepEqual(await names(author), ['The author’s']);
    assert.deepEqual(await names(owner), ['The author’s', 'The editor’s']);
    const ids = await desk.site.store.read.selectFrom('api_tokens').select('id').orderBy('id').execute();
    const [editors = '', authors = ''] = ids.map(({ id }) => id);
    assert.equal((await author.post(`/desk/tokens/${editors}/revoke/`, {})).status, 404);
    assert.equal((await owner.post(`/desk/tokens/${authors}/revoke/`, {})).status, 303);
  });
});
