import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { granted } from '../../test/support/publish.ts';
import { readEditable } from '../articles/queries.ts';
import { scheduleArticle } from '../articles/schedule-article.ts';
import { changeRole } from '../staff/change-role.ts';
import { disableStaff } from '../staff/disable-staff.ts';
import { atTerminal } from '../staff/manager.ts';
import { revokeToken } from '../tokens/revoke-token.ts';
import { newToken } from '../tokens/token.ts';
import { draft, json, openApi, staffOf, tokenOf } from './fixtures.ts';

const day = 86_400_000;
const editor = { actor: { role: 'editor' }, staffId: null } as const;

onBothEngines('tokens of the API', (engine) => {
  test('a token that does not work is told why by its secret alone; what is none gets one and the same answer', async () => {
    const { site, call } = await openApi(engine);
    const id = await draft(site);
    const path = `/api/v1/articles/${id}`;
    const ended = await tokenOf(site, 'editor', { days: 7 });
    const revoked = await tokenOf(site, 'editor');
    const closed = await tokenOf(site, 'author');
    const works = await tokenOf(site, 'owner', { days: 0 });
    for (const { headers } of [ended, revoked, closed, works])
      assert.equal((await call(path, { headers })).status, 200);
    granted(await revokeToken(site, revoked.staff, revoked.id));
    granted(await disableStaff(site, closed.staff.email));
    const [left] = await site.store.read
      .selectFrom('api_tokens')
      .select('revoked_at')
      .where('id', '=', closed.id)
      .execute();
    assert.notEqual(left?.revoked_at ?? null, null, 'an account opened again does not bring its tokens back');
    site.clock.pass(7 * day);
    const secret = works.headers.authorization.slice('Bearer '.length);
    const wrong = [
      ...[
        '',
        'Bearer',
        'Bearer ',
        `Basic ${secret}`,
        secret,
        `Bearer ${secret}x`,
        `Bearer ${secret.slice(0, -1)}`,
      ],
      ...[`Bearer ${secret.toUpperCase()}`, `Bearer hst_${'A'.repeat(43)}`, `Bearer ${'x'.repeat(5_000)}`],
      ...[
        `Bearer ${secret}, Bearer ${secret}`,
        `Bearer "${secret}"`,
        "Bearer ' OR 1=1 --",
        'Bearer __proto__',
      ],
    ];
    const answers = new Set<string>();
    for (const authorization of wrong) {
      const { status, body, headers } = await call(path, { headers: { authorization } });
      assert.equal(status, 401, authorization);
      answers.add(
        JSON.stringify([status, body, headers.get('www-authenticate'), headers.get('cache-control')]),
      );
    }
    const none = await call('/api/v1/articles', json('POST', {}));
    assert.equal(none.headers.get('www-authenticate'), 'Bearer realm="Hustings"');
    assert.equal(answers.size, 1);
    const told = async ({ headers }: typeof ended) => {
      const { status, body, headers: sent } = await call(path, { headers });
      assert.equal(sent.get('www-authenticate'), 'Bearer realm="Hustings", error="invalid_token"');
      return [status, body.code, body.detail];
    };
    assert.deepEqual(await told(ended), [
      ...[401, 'token-expired', 'This token has ended. Make another at the desk.'],
    ]);
    for (const token of [revoked, closed])
      assert.deepEqual(await told(token), [
        ...[401, 'token-revoked'],
        'This token was revoked, or its holder’s account closed. Make another at the desk.',
      ]);
    assert.equal((await call(path, { headers: works.headers })).status, 200);
  });

  test('a changed role takes effect at the next request', async () => {
    const { site, call } = await openApi(engine);
    const id = await draft(site);
    const token = await tokenOf(site, 'editor');
    const change = async (role: string) =>
      site.store.write((tx) =>
        tx.updateTable('staff').set({ role }).where('id', '=', token.staff.id).execute(),
      );
    await change('author');
    const publish = () => call(`/api/v1/articles/${id}/publication`, json('POST', {}, token.headers));
    assert.deepEqual([(await publish()).status, (await publish()).body.code], [403, 'not-allowed']);
    await change('moderator');
    assert.equal((await call(`/api/v1/articles/${id}`, { headers: token.headers })).status, 403);
    await change('editor');
    assert.equal((await publish()).status, 201);
  });

  test('what is taken away while a slow request still comes is taken away for it too', async () => {
    const { site, call } = await openApi(engine);
    const slowly = (content: unknown, meanwhile: () => Promise<unknown>) =>
      new ReadableStream(
        {
          async pull(stream) {
            await meanwhile();
            stream.enqueue(new TextEncoder().encode(JSON.stringify(content)));
            stream.close();
          },
        },
        { highWaterMark: 0 },
      );
    const send = (token: { headers: object }, [method, path]: [string, string], body: ReadableStream) => {
      const headers = { 'content-type': 'application/json', 'if-match': '*', ...token.headers };
      return call(path, { method, headers, body, duplex: 'half' } as RequestInit);
    };
    const id = await draft(site);
    const patch: [string, string] = ['PATCH', `/api/v1/articles/${id}`];
    const author = await tokenOf(site, 'author');
    const approved = () => scheduleArticle(site, editor, { id, local: '2026-04-01T06:30' });
    const changed = await send(author, patch, slowly({ title: 'Never read' }, approved));
    assert.deepEqual([changed.status, changed.body.code], [403, 'not-allowed']);

    const rogue = await tokenOf(site, 'editor');
    const publication: [string, string] = ['POST', `/api/v1/articles/${id}/publication`];
    const demoted = () => changeRole(site, atTerminal, { id: rogue.staff.id, role: 'author' });
    assert.equal((await send(rogue, publication, slowly({}, demoted))).status, 403);
    const drafts: [string, string] = ['POST', '/api/v1/articles'];
    const revoked = () => revokeToken(site, author.staff, author.id);
    const words = { title: 'Late', body: 'Words.' };
    assert.equal((await send(author, drafts, slowly(words, revoked))).status, 401);
    assert.equal((await readEditable(site.store.read, id))?.title, 'The wall at Quay Street');
  });

  test('what a token was not made for is refused with the name of what is missing', async () => {
    const { site, call } = await openApi(engine);
    const id = await draft(site);
    const { headers } = await tokenOf(site, 'owner', { scopes: ['articles:read'] });
    const { status, body, headers: sent } = await call('/api/v1/articles', json('POST', {}, headers));
    assert.deepEqual([status, body.code, body.scope], [403, 'no-scope', 'articles:write']);
    assert.match(sent.get('www-authenticate') ?? '', /error="insufficient_scope", scope="articles:write"/);
    const publish = await call(`/api/v1/articles/${id}/publication`, json('POST', {}, headers));
    assert.equal(publish.body.scope, 'articles:publish');
  });

  test('only the hash of a token is kept, and the day on which it was last used', async () => {
    const { site, call } = await openApi(engine);
    const token = await tokenOf(site, 'editor');
    const secret = token.headers.authorization.slice('Bearer '.length);
    assert.match(secret, /^hst_[\w-]{43}$/);
    const id = await draft(site);
    const rows = () => site.store.read.selectFrom('api_tokens').selectAll().execute();
    assert.equal((await rows())[0]?.last_used_on, null);
    await call(`/api/v1/articles/${id}`, { headers: token.headers });
    const [row] = await rows();
    assert.equal(row?.last_used_on, '2026-03-12');
    assert.doesNotMatch(JSON.stringify(row), new RegExp(secret.slice(4)));
    const entries = await site.store.read.selectFrom('record_entries').selectAll().execute();
    assert.deepEqual(
      entries
        .filter(({ action }) => action.startsWith('token'))
        .map(({ visibility, leaf }) => [visibility, /a program|hst_/.test(leaf)]),
      [['private', false]],
    );
  });

  test('somebody revokes their own tokens, and an owner anybody’s', async () => {
    const { site } = await openApi(engine);
    const [editors, authors] = [await tokenOf(site, 'editor'), await tokenOf(site, 'author')];
    const others = await revokeToken(site, authors.staff, editors.id);
    assert.equal(!others.ok && others.code, 'no-token');
    const owner = await staffOf(site, 'owner');
    assert.ok((await revokeToken(site, owner, editors.id)).ok);
    assert.ok((await revokeToken(site, editors.staff, editors.id)).ok, 'pressed twice');
    assert.ok((await revokeToken(site, authors.staff, authors.id)).ok);
    const entries = await site.store.read
      .selectFrom('record_entries')
      .select('id')
      .where('action', '=', 'token.revoke')
      .execute();
    assert.equal(entries.length, 2);
  });
});

test('a token needs a name, something that it may do, and one of the lifetimes', () => {
  const good = { name: ' The  tide table ', scopes: ['articles:read'], days: '30' };
  assert.deepEqual(newToken.parse(good), { name: 'The tide table', scopes: ['articles:read'], days: 30 });
  const wrong = [
    { name: ' ' },
    { name: 'x'.repeat(101) },
    { scopes: [] },
    { scopes: ['staff'] },
    { days: '31' },
    { days: 'x' },
  ];
  for (const fields of wrong) assert.equal(newToken.safeParse({ ...good, ...fields }).success, false);
});
