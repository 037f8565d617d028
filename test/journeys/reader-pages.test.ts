import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { ask, sendForm } from './ask.ts';
import { openForAll, title } from './capture.ts';
import { type Install, newInstall, type Server } from './install.ts';

describe('pages for readers, over HTTP', () => {
  let install: Install;
  let server: Server;
  let article: { id: string; path: string };
  let pages: string[];
  const get = (path: string, headers: Record<string, string> = {}) => ask(install.url + path, { headers });

  before(async () => {
    install = await newInstall('sqlite');
    article = await openForAll(install);
    server = await install.serve();
    pages = [
      ...['/', article.path, `${article.path}feed/`, '/archive/', '/tags/', '/record/', '/rules/', '/feed/'],
      ...['/feed/atom/', '/feed.json', '/comments/feed/', '/search', '/search?q=clock', '/nothing/'],
      ...['/api/v1/articles', `/api/v1/articles/${article.id}/comments`],
    ];
  });
  after(() => install.remove());

  test('are the same bytes for everybody, whoever is signed in or has written', async () => {
    const posted = await sendForm(`${install.url}${article.path}responses/`, {
      ...{ name: 'Cookie', text: 'Known again by my cookie.' },
    });
    const writer = firstCookie(posted.headers['set-cookie']);
    assert.match(writer, /^hustings_writer=/);
    const token = new URL(await server.link()).searchParams.get('token') ?? '';
    const entered = await sendForm(`${install.url}/desk/sign-in/`, { token });
    assert.equal(entered.status, 303);
    const session = firstCookie(entered.headers['set-cookie']);
    assert.equal((await get('/desk/', { cookie: session })).status, 200, 'the session is a real one');
    for (const path of pages) {
      const plain = await get(path);
      for (const cookie of [
        writer,
        session,
        `${writer}; ${session}; hustings.staff=1`,
        'hustings_writer=x',
      ]) {
        const known = await get(path, { cookie });
        assert.ok(known.bytes.equals(plain.bytes), `${path} varies by ${cookie.slice(0, 16)}`);
        assert.equal(known.headers.etag, plain.headers.etag);
        assert.equal(known.headers['set-cookie'], undefined);
      }
      assert.doesNotMatch(String(plain.headers.vary), /cookie/i);
    }
  });

  test('are not poisoned by headers that nothing is known of', async () => {
    const plain = new Map<string, Buffer>();
    for (const path of pages) plain.set(path, (await get(path)).bytes);
    for (const path of pages) {
      await get(path, {
        ...{ 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https', 'x-original-url': '/desk/' },
        ...{ 'x-rewrite-url': '/desk/', 'accept-language': 'cy', 'x-http-method-override': 'DELETE' },
      });
      await get(path, { host: 'evil.example' });
      const now = (await get(path)).bytes;
      assert.ok(now.equals(plain.get(path) ?? Buffer.alloc(0)), path);
      assert.ok(!now.includes('evil.example'), path);
    }
  });

  test('that a reader has are not sent again: 304, and again in full after a change', async () => {
    for (const path of pages.filter((each) => each !== '/nothing/')) {
      const first = await get(path);
      const etag = String(first.headers.etag);
      assert.match(etag, /^(?:W\/)?"[\w-]+"$/, path);
      for (const known of [etag, `"other", ${etag}`, `W/${etag}`, '*']) {
        const again = await get(path, { 'if-none-match': known });
        assert.deepEqual([again.status, again.bytes.length, again.headers.etag], [304, 0, etag], path);
      }
      assert.equal((await get(path, { 'if-none-match': '"other"' })).status, 200);
    }
    const before = String((await get(article.path)).headers.etag);
    await sendForm(`${install.url}${article.path}responses/`, { name: 'New', text: 'Something new.' });
    const now = await get(article.path, { 'if-none-match': before });
    assert.equal(now.status, 200);
    assert.ok(now.text.includes('Something new.'));
  });

  test('are the same words packed or not', async () => {
    const unpack = { gzip: gunzipSync, br: brotliDecompressSync };
    for (const path of pages.filter((each) => !each.startsWith('/nothing'))) {
      const plain = await get(path);
      assert.equal(plain.headers['content-encoding'], undefined);
      for (const coding of ['gzip', 'br'] as const) {
        const packed = await get(path, { 'accept-encoding': coding });
        const { 'content-encoding': used } = packed.headers;
        const bytes = used === coding ? unpack[coding](packed.bytes) : packed.bytes;
        assert.ok(bytes.equals(plain.bytes), `${path} as ${coding}`);
      }
      const refused = await get(path, { 'accept-encoding': 'br;q=0, gzip;q=0' });
      assert.equal(refused.headers['content-encoding'], undefined, path);
    }
    const big = await get(article.path, { 'accept-encoding': 'gzip, deflate, br' });
    assert.equal(big.headers['content-encoding'], 'br');
    assert.match(String(big.headers.vary), /accept-encoding/i);
  });

  test('tell by HEAD what GET would, without a word', async () => {
    for (const path of pages) {
      const whole = await get(path);
      const head = await ask(install.url + path, { method: 'HEAD' });
      assert.deepEqual([head.status, head.bytes.length], [whole.status, 0], path);
      for (const name of ['content-type', 'etag', 'cache-control', 'vary'])
        assert.equal(head.headers[name], whole.headers[name], `${name} of ${path}`);
    }
  });

  test('have one address each: a missing slash leads there', async () => {
    for (const path of [article.path, '/archive/', '/record/', '/feed/', '/tags/', '/about/']) {
      const answer = await get(path.slice(0, -1));
      assert.deepEqual([answer.status, answer.headers.location], [301, path]);
    }
    const asked = await get(`${article.path.slice(0, -1)}?from=feed`);
    assert.equal(asked.headers.location, `${article.path}?from=feed`);
  });

  test('have one address each: every other spelling is 404 or leads there, and never elsewhere', async () => {
    const [, year = '', month = '', day = '', slug = ''] = article.path.split('/');
    for (const path of [
      ...[`/${article.path}`, article.path.replaceAll('/', '//'), `${article.path}/`],
      ...[article.path.toUpperCase(), '/ARCHIVE/', '/Feed/', '/DESK/', '/Api/v1/articles'],
      ...[`/${Number(year)}/${Number(month)}/${Number(day)}/${slug}/`, `/${year}/${month}/${slug}/`],
      ...[`${article.path};a=b/`, `${article.path}index.html`, `${article.path}x/`],
      ...['//evil.example', '//evil.example/', '/\\evil.example/', '/%5cevil.example', '/.%2fevil.example/'],
      ...['/.env', '/data/hustings.db', '/hustings.db', '/secrets.json', '/record-head.json', '/.git/config'],
      ...['/..%2fsecrets.json', '/assets/..%2f..%2fsecrets.json', '/page/0/', '/page/99/', '/tag/none/'],
      ...['/%', '/%ff/', '/%00/', `/${'a'.repeat(8_000)}`],
    ]) {
      const answer = await get(path);
      assert.ok([301, 400, 404].includes(answer.status), `${path.slice(0, 80)} is ${answer.status}`);
      if (answer.status === 301) {
        const target = new URL(String(answer.headers.location), install.url);
        assert.equal(target.origin, install.url, path);
      } else assert.match(answer.text, /[.!]/, path);
    }
  });

  test('go to the place where a numbered response stands', async () => {
    for (const [path, status, location] of [
      [`${article.path}responses/3/`, 302, `${article.path}#response-3`],
      [`${article.path}responses/3`, 301, `${article.path}responses/3/`],
      [`${article.path}responses/999/`, 404, undefined],
      [`${article.path}responses/0/`, 404, undefined],
      [`${article.path}responses/03/`, 404, undefined],
      [`${article.path}comment-page-1/`, 301, article.path],
      [`${article.path}comment-page-2/`, 404, undefined],
    ] as const) {
      const answer = await get(path);
      assert.deepEqual([answer.status, answer.headers.location], [status, location], path);
    }
  });

  test('are found by the words in them, and by no word more', async () => {
    const found = await get('/search?q=slipway+clock');
    assert.ok(found.text.includes(title));
    for (const query of [
      '%00',
      '%FF',
      '"',
      "'; DROP TABLE articles; --",
      'a* OR b',
      '\\',
      '((',
      'é'.repeat(600),
    ]) {
      const answer = await get(`/search?q=${query.startsWith('%') ? query : encodeURIComponent(query)}`);
      assert.ok([200, 400].includes(answer.status), `${query}: ${answer.status}`);
    }
  });

  test('leave nothing to report', () => {
    assert.equal(server.said().err, '');
  });
});

describe('the pace of one network address', () => {
  for (const [name, settings, expected] of [
    ['believes no X-Forwarded-For by itself', {}, [303, 303, 429, 429]],
    [
      'goes by X-Forwarded-For behind a trusted proxy, by the address that the proxy saw',
      { HUSTINGS_TRUSTED_PROXIES: '127.0.0.1, ::1' },
      [303, 303, 429, 303],
    ],
    [
      'believes no header of an address that is not trusted',
      { HUSTINGS_TRUSTED_PROXIES: '192.0.2.7' },
      [303, 303, 429, 429],
    ],
  ] as const)
    test(name, async (t) => {
      const install = await newInstall('sqlite', settings);
      t.after(() => install.remove());
      const { path } = await openForAll(install);
      await install.do('setting', 'comments.pace', '2');
      await install.serve();
      const answers = [];
      for (const [turn, address] of [
        '1.1.1.1, 203.0.113.9',
        '2.2.2.2, 203.0.113.9',
        '203.0.113.9',
        '203.0.113.10',
      ].entries()) {
        const fields = { name: `Hasty ${'abcd'[turn]}`, text: `Words, turn ${turn}.` };
        answers.push(
          await sendForm(`${install.url}${path}responses/`, fields, { 'x-forwarded-for': address }),
        );
      }
      assert.deepEqual(
        answers.map(({ status }) => status),
        expected,
      );
      const refused = answers[2];
      assert.equal(refused?.headers['retry-after'], '600');
      assert.match(refused?.text ?? '', /2 responses have come from your address in ten minutes/);
      assert.ok(refused?.text.includes('Words, turn 2.'), 'the words are kept');
    });
});

function firstCookie(headers: string | string[] | undefined): string {
  return [headers].flat().join('\n').split(';')[0] ?? '';
}
