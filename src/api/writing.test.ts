import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { onBothEngines } from '../../test/support/engines.ts';
import { type Api, draft, json, openApi, publish, tokenOf } from './fixtures.ts';
import { readIfMatch, versionOf } from './version.ts';

const words = { title: 'The lido opens late', body: 'The *boiler* is cold.' };

async function drafts({ site }: Api): Promise<number> {
  return (await site.store.read.selectFrom('articles').select('id').execute()).length;
}

onBothEngines('writing by the API', (engine) => {
  test('a program writes a draft, reads it, changes it, publishes it; readers see it only then', async () => {
    const api = await openApi(engine);
    const { site, call } = api;
    const { headers } = await tokenOf(site, 'editor');
    const all = {
      ...{
        ...words,
        standfirst: 'Again.',
        format: 'markdown',
        authors: ['Imogen Thrale'],
        tags: ['lido', 'council'],
      },
      ...{ slug: 'lido', commentPolicy: 'open', closeAfterDays: 30 },
    };
    const made = await call('/api/v1/articles', json('POST', all, headers));
    assert.equal(made.status, 201);
    const { id, version } = made.body;
    assert.equal(made.headers.get('location'), `https://ledger.example/api/v1/articles/${id}`);
    assert.equal(made.headers.get('etag'), `"${version}"`);
    assert.equal(made.headers.get('cache-control'), 'private, no-store');
    const { stage, path, html, authors, tags, commentPolicy } = made.body;
    assert.deepEqual(
      { stage, path, html, authors, tags, commentPolicy },
      {
        ...{ stage: 'draft', path: null, html: '<p>The <em>boiler</em> is cold.</p>' },
        ...{
          authors: [{ name: 'Imogen Thrale' }],
          tags: [{ name: 'lido' }, { name: 'council' }],
          commentPolicy: 'open',
        },
      },
    );
    const address = `/api/v1/articles/${id}`;
    assert.equal((await call(address)).status, 404, 'readers see no draft');
    const ifMatch = { 'if-match': `"${version}"`, ...headers };
    const changed = await call(
      address,
      json('PATCH', { title: 'The lido opens', standfirst: null }, ifMatch),
    );
    assert.equal(changed.status, 200);
    assert.deepEqual(
      [changed.body.title, changed.body.standfirst, changed.body.body, changed.body.slug],
      ['The lido opens', null, words.body, 'lido'],
    );
    const out = await call(`${address}/publication`, json('POST', {}, headers));
    assert.deepEqual([out.status, out.body.stage], [201, 'published']);
    assert.equal(out.headers.get('location'), 'https://ledger.example/2026/03/12/lido/');
    const seen = await call(address);
    assert.deepEqual([seen.status, seen.body.title], [200, 'The lido opens']);
    const bySameAddress = await call(address, { headers });
    assert.equal(bySameAddress.body.stage, 'published');
    const again = await call(`${address}/publication`, json('POST', {}, headers));
    assert.deepEqual([again.status, again.body.code], [403, 'not-allowed']);
    const take = (content: object) => call(`${address}/withdrawal`, json('PUT', content, headers));
    for (const [content, field] of [
      [{ note: 'N.' }, 'reason'],
      [{ reason: 'mood', note: 'N.' }, 'reason'],
      [{ reason: 'wrong' }, 'note'],
    ] as const)
      assert.deepEqual(
        (await take(content)).body.errors.map((fault) => fault.field),
        [field],
      );
    const taken = await take({ reason: 'wrong', note: 'It was another lido.' });
    assert.deepEqual([taken.status, taken.body.stage], [200, 'withdrawn']);
    assert.equal((await call(address)).status, 410, 'readers see it no more');
  });

  test('a new article without names is by the token’s holder; a whole new version has only what is sent', async () => {
    const { site, call } = await openApi(engine);
    const { headers } = await tokenOf(site, 'author');
    const { body } = await call('/api/v1/articles', json('POST', { ...words, tags: ['lido'] }, headers));
    assert.deepEqual(body.authors, [{ name: 'Ann author' }]);
    const put = await call(
      `/api/v1/articles/${body.id}`,
      json('PUT', words, { 'if-match': `"${body.version}"`, ...headers }),
    );
    assert.deepEqual([put.status, put.body.authors, put.body.tags], [200, [], []]);
  });

  test('a change is made to the version that was seen, and to no other', async () => {
    const { site, call } = await openApi(engine);
    const { headers } = await tokenOf(site, 'editor');
    const id = await draft(site);
    const address = `/api/v1/articles/${id}`;
    const { version } = (await call(address, { headers })).body;
    const change = (title: string, match?: string) =>
      call(
        address,
        json('PATCH', { title }, { ...headers, ...(match === undefined ? {} : { 'if-match': match }) }),
      );
    assert.deepEqual([(await change('A')).status, (await change('A')).body.code], [428, 'no-version']);
    const first = await change('First', `"${version}"`);
    assert.equal(first.status, 200);
    assert.notEqual(first.body.version, version, 'though the clock stood still');
    const late = await change('Late', `"${version}"`);
    assert.deepEqual([late.status, late.body.version], [412, first.body.version]);
    assert.equal(late.headers.get('etag'), `"${first.body.version}"`);
    for (const match of [`W/"${first.body.version}"`, first.body.version, '"x"', '', '"', '"draft.x"'])
      assert.equal((await change('Odd', match)).status, 412, match);
    assert.equal((await change('Listed', `"x", "${first.body.version}"`)).status, 200);
    assert.equal((await change('Any', '*')).status, 200);
    assert.equal((await call(address, { headers })).body.title, 'Any');
  });

  test('of many changes to one version at once, one is saved', async () => {
    const { site, call } = await openApi(engine);
    const { headers } = await tokenOf(site, 'editor');
    const { id } = await publish(site);
    const address = `/api/v1/articles/${id}`;
    const { version } = (await call(address, { headers })).body;
    const ifMatch = { ...headers, 'if-match': `"${version}"` };
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, each) =>
        call(address, json('PATCH', { title: `Title ${each}` }, ifMatch)),
      ),
    );
    assert.deepEqual(
      [200, 412].map((status) => answers.filter((answer) => answer.status === status).length),
      [1, 19],
    );
  });

  test('50 equal requests with one key make one article; another request with it is refused', async () => {
    const api = await openApi(engine);
    const { headers } = await tokenOf(api.site, 'author');
    const keyed = { ...headers, 'idempotency-key': 'a' };
    const send = (content: object, own = keyed) => api.call('/api/v1/articles', json('POST', content, own));
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(words)));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([201]));
    assert.equal(new Set(answers.map(({ body }) => body.id)).size, 1);
    assert.equal(await drafts(api), 1);
    const other = await send({ ...words, title: 'Other' });
    assert.deepEqual([other.status, other.body.code], [422, 'key-reused']);
    const others = await tokenOf(api.site, 'editor');
    assert.equal((await send(words, { ...others.headers, 'idempotency-key': 'a' })).status, 201);
    assert.equal(await drafts(api), 2, 'a key is its token’s own');
    assert.equal((await send(words, headers as typeof keyed)).status, 201);
    assert.equal(await drafts(api), 3, 'without a key each is new');
  });

  test('a publication sent again with its key is done once; a refused one leaves the key free', async () => {
    const { site, call } = await openApi(engine);
    const { headers } = await tokenOf(site, 'owner');
    const id = await draft(site);
    const send = (content: object) =>
      call(
        `/api/v1/articles/${id}/publication`,
        json('POST', content, { ...headers, 'idempotency-key': 'p' }),
      );
    assert.equal((await send({ at: '2026-03-01T07:00' })).status, 422);
    const answers = await Promise.all(Array.from({ length: 10 }, () => send({ at: '2026-03-13T07:00' })));
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([202]));
    const entries = await site.store.read
      .selectFrom('record_entries')
      .select('id')
      .where('action', '=', 'article.schedule')
      .execute();
    assert.equal(entries.length, 1);
  });

  test('a time is set by local time or by a moment with its offset, and taken away', async () => {
    const { site, call } = await openApi(engine, { 'time-zone': 'Europe/London' });
    const { headers } = await tokenOf(site, 'editor');
    const id = await draft(site);
    const address = `/api/v1/articles/${id}/publication`;
    const at = (time: unknown) => call(address, json('POST', { at: time }, headers));
    const local = await at('2026-04-01T06:30');
    assert.deepEqual(
      [local.status, local.body.stage, local.body.schedule],
      [
        202,
        'scheduled',
        { at: '2026-04-01T05:30:00.000Z', local: '2026-04-01T06:30', timeZone: 'Europe/London' },
      ],
    );
    for (const moment of ['2026-04-02T05:30:00Z', '2026-04-02T07:30:00+02:00', '2026-04-02T05:30:00.000Z'])
      assert.equal((await at(moment)).body.schedule?.at, '2026-04-02T05:30:00.000Z', moment);
    // Clocks go back on 25 October 2026: 01:30 comes at 00:30Z and again at 01:30Z.
    assert.equal((await at('2026-10-25T00:30:00Z')).body.schedule?.local, '2026-10-25T01:30');
    const wrong = [
      '2026-10-25T01:30:00Z',
      '2026-03-29T01:30',
      '2026-02-30T10:00',
      '2026-04-02T05:30:10Z',
      '',
      'now',
      '2025-01-01T00:00:00Z',
      '2099-01-01T00:00',
    ];
    for (const moment of wrong) {
      const { status, body } = await at(moment);
      assert.deepEqual([status, body.errors?.[0]?.field], [422, 'at'], moment);
    }
    for (const moment of [7, {}, ['2026-04-02T05:30:00Z'], true])
      assert.equal((await at(moment)).status, 422);
    assert.equal((await call(address, { method: 'DELETE', headers })).body.stage, 'draft');
    const twice = await call(address, { method: 'DELETE', headers });
    assert.ok([403, 409].includes(twice.status));
  });

  test('nothing but the fields that there are can be set', async () => {
    const api = await openApi(engine);
    const { headers } = await tokenOf(api.site, 'author');
    const fields = [
      'id',
      'state',
      'stage',
      'path',
      'published',
      'html',
      'version',
      'origin',
      'salt',
      'policy',
      'byline',
      'staffId',
      '__proto__',
      'constructor',
      'losses',
    ];
    for (const field of fields) {
      const sent = `{"title":"T","body":"B","${field}":{"polluted":"published"}}`;
      const { status, body } = await api.call('/api/v1/articles', json('POST', sent, headers));
      assert.deepEqual([status, body.errors.map((fault) => fault.field)], [422, [field]]);
    }
    assert.equal(await drafts(api), 0);
    assert.equal('polluted' in {}, false);
  });

  test('what is no article is refused, with each field and a sentence, and nothing breaks', async () => {
    const api = await openApi(engine);
    const { headers } = await tokenOf(api.site, 'editor');
    const post = (content: unknown, more = {}) =>
      api.call('/api/v1/articles', json('POST', content, { ...headers, ...more }));
    const cases: [object, string][] = [
      [{ body: 'B' }, 'title'],
      [{ title: 'T' }, 'body'],
      [{ title: 'T', body: '  ' }, 'body'],
      [{ ...words, title: 'x'.repeat(301) }, 'title'],
      [{ ...words, title: 'a\u0000b' }, 'title'],
      [{ ...words, title: '\ud800' }, 'title'],
      [{ ...words, body: 'a\u0000b' }, 'body'],
      [{ ...words, body: 'x'.repeat(500_001) }, 'body'],
      [{ ...words, format: 'docx' }, 'format'],
      [{ ...words, authors: 'Ann' }, 'authors'],
      [{ ...words, authors: ['a, b'] }, 'authors'],
      [
        {
          ...words,
          authors: Array(21)
            .fill('x')
            .map((x, i) => x + i),
        },
        'authors',
      ],
      [{ ...words, tags: [1] }, 'tags'],
      [{ ...words, commentPolicy: 'none' }, 'commentPolicy'],
      [{ ...words, closeAfterDays: 1.5 }, 'closeAfterDays'],
      [{ ...words, closeAfterDays: -1 }, 'closeAfterDays'],
    ];
    for (const [content, field] of cases) {
      const { status, body } = await post(content);
      assert.deepEqual([status, body.errors?.[0]?.field], [422, field], JSON.stringify(content).slice(0, 80));
    }
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    assert.equal((await post(`{"title":"T","body":"B","tags":${deep}}`)).status, 422);
    assert.equal((await post(deep)).status, 422);
    for (const text of ['', '{', 'null', '"x"', '[]', '7'])
      assert.ok([400, 422].includes((await post(text)).status), text);
    assert.equal((await post(words, { 'content-type': 'text/plain' })).status, 415);
    assert.equal((await post(words, { 'content-type': 'application/x-www-form-urlencoded' })).status, 415);
    assert.equal((await post(words, { 'content-encoding': 'gzip' })).status, 415);
    assert.equal((await post({ ...words, body: 'x'.repeat(3_000_001) })).status, 413);
    assert.equal((await post(words, { origin: 'https://evil.example' })).status, 403);
    assert.equal(await drafts(api), 0);
    assert.equal(
      (await post({ ...words, body: '漢'.repeat(500_000) })).status,
      201,
      'the longest there may be',
    );
  });

  test('whatever JSON is sent, the answer is none of our faults', async () => {
    const { site, call } = await openApi(engine);
    const { headers } = await tokenOf(site, 'editor');
    const id = await draft(site);
    const value = fc.jsonValue({ maxDepth: 3 });
    const content = fc.oneof(
      value,
      fc.record({ title: value, body: value, tags: value, at: value }, { requiredKeys: [] }),
    );
    await fc.assert(
      fc.asyncProperty(content, async (sent) => {
        for (const [path, method] of [
          ['', 'POST'],
          [`/${id}`, 'PATCH'],
          [`/${id}/publication`, 'POST'],
        ] as const) {
          const init = json(method, JSON.stringify(sent), { ...headers, 'if-match': '"x"' });
          const { status } = await call(`/api/v1/articles${path}`, init);
          assert.ok(status < 500, `${method} ${path} ${status}`);
        }
      }),
      { numRuns: engine === 'sqlite' ? 150 : 40 },
    );
  });
});

test('a version is read back from the tag that it makes', () => {
  const seen = { state: 'draft', updatedAt: '2026-03-12T07:00:00.000Z' } as const;
  assert.deepEqual(readIfMatch(`"${versionOf(seen)}"`), [seen]);
  fc.assert(fc.property(fc.string(), (text) => void readIfMatch(text)));
});
