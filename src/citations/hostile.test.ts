import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { onBothEngines } from '../../test/support/engines.ts';
import { publishSample, setSetting } from '../../test/support/publish.ts';
import { listenLocally } from '../outbound/fixtures.ts';
import { openCited } from './fixtures.ts';
import { readPage } from './read-page.ts';

/** Every spelling of places inside: what a link may say, and what is kept of having tried it. */
const inside = [
  ...['127.0.0.1', '127.1', '2130706433', '0x7f000001', '0177.0.0.1', '0x7f.1', '10.0.0.1', '172.16.0.1'],
  ...[
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '198.18.0.1',
  ],
  ...['[::1]', '[::]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]', '[64:ff9b::7f00:1]'],
  ...[
    '[64:ff9b:1::a00:1]',
    '[2002:7f00:1::]',
    '[2001:0:7f00:1::]',
    '[fe80::1]',
    '[fc00::1]',
    '[fd00::1]',
    '[ff02::1]',
  ],
];

onBothEngines('a link that leads inside', (engine) => {
  test('is never followed, however it is spelled or redirected, and what happened is kept', async () => {
    const inner = await listenLocally((_, response) => response.end('secret'));
    const { site, listener, look } = await openCited(engine, (request, response) => {
      const at = Number((request.url ?? '').slice(2));
      response
        .writeHead(302, { location: `http://${inside[at] ?? 'localhost'}:${at % 2 ? 80 : inner.port}/` })
        .end();
    });
    const urls = [
      ...inside.flatMap((host) => [`http://${host}/`, `http://${host}:${inner.port}/`]),
      ...[`http://localhost:${inner.port}/`, 'http://user:word@127.0.0.1/', 'https://127.0.0.1/'],
      ...inside.map((_, index) => `${listener.url}r${index}`),
    ];
    await publishSample(site, { body: urls.map((url) => `[x](<${url}>)`).join('\n\n') });
    for (let more = 1; more > 0; site.clock.pass(3_001)) more = await look();
    assert.equal(inner.connects, 0);
    const rows = await site.store.read.selectFrom('citations').select(['url', 'state', 'sentence']).execute();
    assert.ok(rows.length > inside.length * 2 - 8, 'spellings of one address are one');
    assert.deepEqual(
      rows.filter(({ state }) => state !== 'refused'),
      [],
    );
    assert.ok(rows.every(({ sentence }) => sentence !== null && sentence.length > 20));
    assert.deepEqual(await site.store.read.selectFrom('snapshots').selectAll().execute(), []);
  });
});

test('pages that are endless, huge, bombs or cut off are kept as far as the limit, and what fails is kept as that', async () => {
  const bomb = gzipSync(Buffer.alloc(60_000_000, 'a '));
  const answers: Record<string, (response: ServerResponse) => void> = {
    '/endless': (response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).write('<title>Endless</title>');
      const write = () => {
        while (!response.destroyed && response.write('<p>more words '.repeat(1_000)));
        if (!response.destroyed) response.once('drain', write);
      };
      write();
    },
    '/bomb': (response) =>
      response.writeHead(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }).end(bomb),
    '/broken': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('not packed'),
    '/deep': (response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end('<div><b>'.repeat(60_000)),
    '/report.pdf': (response) =>
      response.writeHead(200, { 'content-type': 'application/pdf' }).end(Buffer.alloc(300_000, 7)),
    '/cut': (response) => {
      response.writeHead(200, { 'content-length': '100' });
      response.write('x', () => response.destroy());
    },
  };
  const { site, listener, look } = await openCited('sqlite', (request, response) =>
    answers[request.url ?? '']?.(response),
  );
  await setSetting(site, 'links.megabytes', '1');
  const links = Object.keys(answers).map((path) => `[x](${new URL(path, listener.url).href})`);
  await publishSample(site, { body: links.join('\n\n') });
  for (let more = 1; more > 0; site.clock.pass(3_001)) more = await look();
  const rows = await site.store.read
    .selectFrom('citations')
    .leftJoin('snapshots', 'snapshots.citation_id', 'citations.id')
    .select(['citations.url', 'state', 'sentence', 'title', 'cut', 'bytes', 'file_bytes', 'words'])
    .execute();
  const of = (path: string) => rows.find(({ url }) => url.endsWith(path));
  assert.deepEqual(
    [of('/endless')?.title, of('/endless')?.cut, of('/endless')?.bytes],
    ['Endless', 1, 1_000_000],
  );
  assert.deepEqual([of('/bomb')?.cut, of('/bomb')?.bytes], [1, 1_000_000]);
  assert.match(of('/endless')?.sentence ?? '', /only its beginning was taken/);
  assert.deepEqual(
    [of('/broken')?.state, of('/broken')?.sentence],
    ['failing', 'The answer could not be unpacked.'],
  );
  assert.equal(of('/cut')?.state, 'failing');
  assert.deepEqual([of('/deep')?.state, of('/deep')?.words], ['fine', '']);
  assert.deepEqual([of('/report.pdf')?.title, of('/report.pdf')?.words], ['report.pdf', '']);
  assert.ok(rows.every(({ file_bytes }) => Number(file_bytes ?? 0) < 1_100_000));
});

test('markup made to be slow or to harm is read as words, in the time that reading may take', () => {
  const body = (html: string) => ({
    body: Buffer.from(html),
    type: 'text/html',
    passages: ['> three words here'],
  });
  const odd = [
    '<p>'.repeat(200_000),
    '<a><b>'.repeat(900),
    `<script type="application/ld+json">${'{"a":'.repeat(100_000)}</script>`,
    `<title>${'&amp;'.repeat(200_000)}`,
    `<meta name="author" content="${'a'.repeat(1_000_000)}">`,
    '<table>'.repeat(1_500),
    '\u0000<p>x\ud800</p>',
    `<p>${'“a b c” '.repeat(60_000)}</p>`,
  ];
  for (const html of odd) {
    const began = performance.now();
    const read = readPage(body(html));
    assert.ok(performance.now() - began < 10_000, html.slice(0, 20));
    assert.ok((read.title ?? '').length <= 300 && (read.author ?? '').length <= 300);
  }
  const told = readPage(
    body('<title>\u202eevil\u2066</title><script>alert(1)</script><p>Three words <b>here</b>.</p>'),
  );
  assert.deepEqual(
    [told.title, told.paragraphs, told.found],
    ['evil', ['Three words here.'], ['Three words here.']],
  );
});
