import assert from 'node:assert/strict';
import { test } from 'node:test';
import { onBothEngines } from '../../test/support/engines.ts';
import { type Answer, openApi, publish } from './fixtures.ts';

const words = { name: 'Rosa Lund', text: 'The wall was there.' };

function fieldsOf({ status, body }: Answer): unknown[] {
  assert.equal(status, 422, JSON.stringify(body));
  for (const { sentence } of body.errors) assert.match(sentence, /\S.*[.:?]$/s);
  return body.errors.map(({ field }) => field);
}

onBothEngines('refusing by the API', (engine) => {
  test('every fault is named by its field, with a sentence', async () => {
    const { site, post } = await openApi(engine);
    const { id } = await publish(site);
    const faults: [unknown, unknown[]][] = [
      [{}, ['name', 'text']],
      [null, [null]],
      ['7', [null]],
      [[words], [null]],
      ['"words"', [null]],
      [{ ...words, name: '' }, ['name']],
      [{ ...words, name: 7 }, ['name']],
      [{ ...words, name: null }, ['name']],
      [{ ...words, name: 'R'.repeat(61) }, ['name']],
      [{ ...words, name: 'Ro\u0000sa' }, ['name']],
      [{ ...words, text: ' \n ' }, ['text']],
      [{ ...words, text: { toString: 'x' } }, ['text']],
      [{ ...words, text: 'x'.repeat(10_001) }, ['text']],
      ['{"name":"Rosa","text":"half \\ud800 a sign"}', ['text']],
      ['{"name":"\\udc00","text":"Words."}', ['name']],
      [{ ...words, text: 'nul \u0000' }, ['text']],
      [{ ...words, email: 'rosa' }, ['email']],
      [{ ...words, email: 'a\u0000b@post.example' }, ['email']],
      [{ ...words, url: 'javascript:alert(1)' }, ['url']],
      [{ ...words, url: 'https://rosa.example/\u0000' }, ['url']],
      [{ ...words, url: ['https://rosa.example'] }, ['url']],
      [{ ...words, in_reply_to: 99 }, ['in_reply_to']],
      [{ ...words, in_reply_to: 0 }, ['in_reply_to']],
      [{ ...words, in_reply_to: -1 }, ['in_reply_to']],
      [{ ...words, in_reply_to: 1.5 }, ['in_reply_to']],
      [{ ...words, in_reply_to: 1e15 }, ['in_reply_to']],
      [{ ...words, in_reply_to: 'one' }, ['in_reply_to']],
      [{ ...words, in_reply_to: true }, ['in_reply_to']],
      [{ ...words, inReplyTo: 'one' }, ['inReplyTo']],
      [{ ...words, in_reply_to: 1, inReplyTo: 1 }, ['inReplyTo']],
      [{ ...words, state: 'published', number: 7 }, ['state', 'number']],
      [{ ...words, id: 'x', name: '' }, ['id', 'name']],
    ];
    for (const [content, fields] of faults) assert.deepEqual(fieldsOf(await post(id, content)), fields);
    const rows = await site.store.read.selectFrom('comments').select('id').execute();
    assert.equal(rows.length, 0);
  });

  test('fields that reach for prototypes are unknown fields and reach nothing', async () => {
    const { site, post } = await openApi(engine);
    const { id } = await publish(site);
    for (const field of ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty']) {
      const body = `{"name":"Rosa","text":"Words.","${field}":{"polluted":true,"name":"Eve"}}`;
      assert.deepEqual(fieldsOf(await post(id, body)), [field]);
      const instead = `{"${field}":{"name":"Rosa","text":"Words."}}`;
      assert.deepEqual(fieldsOf(await post(id, instead)), [field, 'name', 'text']);
    }
    assert.equal('polluted' in {}, false);
  });

  test('a flood of unknown fields is not sent back whole', async () => {
    const { site, post } = await openApi(engine);
    const { id } = await publish(site);
    const many = Object.fromEntries(Array.from({ length: 50_000 }, (_, index) => [`f${index}`, 0]));
    const { status, body } = await post(id, { ...words, ...many, [`${'n'.repeat(9_000)}`]: 0 });
    assert.equal(status, 422);
    assert.ok(JSON.stringify(body).length < 10_000);
  });

  test('what is not JSON in UTF-8 is refused before it is looked at', async () => {
    const { site, call, post } = await openApi(engine);
    const { id } = await publish(site);
    const path = `/api/v1/articles/${id}/comments`;
    for (const broken of ['', '{', '{"name":"Rosa",}', "{'name':1}", '\u0000', '[[[['.repeat(200_000)])
      assert.deepEqual((await post(id, broken)).body.code, 'bad-json');
    const bytes = Buffer.from(JSON.stringify({ ...words, text: 'caf\u00e9' }), 'latin1');
    const headers = { 'content-type': 'application/json' };
    const latin = await call(path, { method: 'POST', headers, body: bytes });
    assert.deepEqual([latin.status, latin.body.code], [400, 'bad-utf8']);
    const deep = await post(id, `{"name":${'['.repeat(400_000)}${']'.repeat(400_000)},"text":"x"}`);
    assert.deepEqual(fieldsOf(deep), ['name']);
  });

  test('a body too large is refused, whether it says so or not', async () => {
    const { site, call, post } = await openApi(engine);
    const { id } = await publish(site);
    const large = JSON.stringify({ ...words, text: 'x'.repeat(1_000_000) });
    assert.equal((await post(id, large)).status, 413);
    const said = await post(id, words, { 'content-length': '1000000000' });
    assert.equal(said.status, 413);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(0x20));
      },
    });
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: endless };
    const unsaid = await call(`/api/v1/articles/${id}/comments`, { ...init, duplex: 'half' } as RequestInit);
    assert.equal(unsaid.status, 413);
    assert.ok(sent < 2_000_000);
  });

  test('only application/json is taken, so that no page elsewhere can send it unasked', async () => {
    const { site, call, post } = await openApi(engine);
    const { id } = await publish(site);
    const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''];
    const others = ['application/jsonx', 'text/plain; application/json', 'application/json; charset=latin1'];
    for (const type of [...types, ...others])
      assert.equal((await post(id, words, { 'content-type': type })).status, 415, type);
    const untyped = await call(`/api/v1/articles/${id}/comments`, {
      method: 'POST',
      body: new Uint8Array(2),
    });
    assert.equal(untyped.status, 415);
    assert.equal((await post(id, words, { 'content-encoding': 'gzip' })).status, 415);
    assert.equal((await post(id, words, { 'content-type': 'Application/JSON; charset=UTF-8' })).status, 201);
  });

  test('a post from a page of another site is refused, with or without a cookie', async () => {
    const { site, call, post } = await openApi(engine);
    const { id } = await publish(site);
    const forgeries = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of forgeries) {
      const { status, body, headers: answered } = await post(id, words, headers as Record<string, string>);
      assert.deepEqual([status, body.title], [403, 'Forbidden']);
      assert.equal(answered.get('access-control-allow-origin'), null);
    }
    const asked = await call(`/api/v1/articles/${id}/comments`, {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    assert.equal(asked.status, 204);
    assert.equal(asked.headers.get('access-control-allow-methods'), 'GET, HEAD');
    assert.doesNotMatch(asked.headers.get('access-control-allow-headers') ?? '', /content-type/i);
    assert.equal((await post(id, words, { origin: 'https://ledger.example' })).status, 201);
  });

  test('an Idempotency-Key has 1 to 255 signs', async () => {
    const { site, post } = await openApi(engine);
    const { id } = await publish(site);
    assert.deepEqual(fieldsOf(await post(id, words, { 'idempotency-key': 'k'.repeat(256) })), [
      'Idempotency-Key',
    ]);
    assert.deepEqual(fieldsOf(await post(id, words, { 'idempotency-key': 'k\u00e9' })), ['Idempotency-Key']);
    assert.equal((await post(id, words, { 'idempotency-key': 'k'.repeat(255) })).status, 201);
  });

  test('limits, cursors and numbers out of bounds are refused', async () => {
    const { site, call } = await openApi(engine);
    const { id } = await publish(site);
    const wrong = ['0', '101', '-1', '1.5', '1e1', '0x10', 'ten', '', '%20', '9999999999999', "1'--", '%00'];
    for (const limit of wrong) {
      assert.deepEqual(fieldsOf(await call(`/api/v1/articles?limit=${limit}`)), ['limit'], limit);
      assert.deepEqual(
        fieldsOf(await call(`/api/v1/articles/${id}/comments?limit=${limit}`)),
        ['limit'],
        limit,
      );
    }
    for (const after of ['-1', '1.5', 'x', '', '1000000000', '1e3', '%00'])
      assert.deepEqual(fieldsOf(await call(`/api/v1/articles/${id}/comments?after=${after}`)), ['after']);
    const forged = [['2026', id], ['2026-03-12T07:00:00.000Z', "' OR 1=1"], [1, 2], null, { id }].map(
      (content) => Buffer.from(JSON.stringify(content)).toString('base64url'),
    );
    for (const cursor of ['', '7', 'x', '%00', ...forged])
      assert.deepEqual(fieldsOf(await call(`/api/v1/articles?cursor=${cursor}`)), ['cursor']);
    for (const limit of [1, 100]) assert.equal((await call(`/api/v1/articles?limit=${limit}`)).status, 200);
  });

  test('other methods are refused with those that are taken, whatever header would change them', async () => {
    const { site, call } = await openApi(engine);
    const { id } = await publish(site);
    for (const [path, allow] of [
      ['/api/v1/articles', 'GET, POST, HEAD, OPTIONS'],
      [`/api/v1/articles/${id}`, 'GET, PUT, PATCH, HEAD, OPTIONS'],
      [`/api/v1/articles/${id}/comments`, 'GET, POST, HEAD, OPTIONS'],
      ['/api/v1/openapi.json', 'GET, HEAD, OPTIONS'],
    ] as const) {
      const others = ['PUT', 'PATCH', 'DELETE', 'POST'].filter((method) => !allow.includes(method));
      for (const method of others) {
        const { status, headers } = await call(path, { method });
        assert.deepEqual([status, headers.get('allow')], [405, allow]);
      }
      for (const name of ['x-http-method-override', 'x-method-override', 'x-http-method'])
        assert.equal((await call(`${path}?_method=DELETE`, { headers: { [name]: 'DELETE' } })).status, 200);
    }
    assert.equal((await call(`/api/v1/articles/${id}`)).status, 200);
  });

  test('every other address under /api/ is a problem too', async () => {
    const { call } = await openApi(engine);
    for (const path of ['/api', '/api/', '/api/v1', '/api/v2/articles', '/api/v1/articles/', '/api/v1/%zz'])
      for (const method of ['GET', 'POST', 'DELETE']) {
        const { status, body } = await call(path, { method });
        assert.deepEqual([status, body.status, body.title], [404, 404, 'Not Found']);
        assert.equal(body.instance, path);
      }
  });

  test('a fault of ours is one 500 that says nothing of it', async () => {
    const { site, call } = await openApi(engine);
    const read = site.store.read;
    Object.defineProperty(site.store, 'read', {
      get() {
        throw new Error('canary');
      },
    });
    const { status, body } = await call('/api/v1/articles');
    Object.defineProperty(site.store, 'read', { value: read });
    assert.equal(status, 500);
    assert.doesNotMatch(JSON.stringify(body), /canary/);
  });
});
