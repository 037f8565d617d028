import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { createGunzip, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { warcOf } from './warc.ts';

type WarcRecord = { headers: Map<string, string>; block: Buffer };

/** Reads records by ISO 28500 alone: a version line, named fields, the block of the length said, two line ends. */
function read(file: Buffer): WarcRecord[] {
  const records: WarcRecord[] = [];
  for (let at = 0; at < file.length; ) {
    const head = file.indexOf('\r\n\r\n', at);
    const [version, ...lines] = file.subarray(at, head).toString().split('\r\n');
    assert.equal(version, 'WARC/1.1');
    const headers = new Map(
      lines.map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
    );
    const from = head + 4;
    const end = from + Number(headers.get('content-length'));
    assert.equal(file.subarray(end, end + 4).toString(), '\r\n\r\n');
    records.push({ headers, block: file.subarray(from, end) });
    at = end + 4;
  }
  return records;
}

/** Base32 of RFC 4648 back into bytes. */
function fromBase32(text: string): Buffer {
  const bits = [...text]
    .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2)));
}

const base = {
  url: 'https://estuary.example/deck',
  at: new Date('2026-03-12T07:00:00.500Z'),
  request: 'GET /deck HTTP/1.1\r\nhost: estuary.example\r\n',
  response:
    'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\nContent-Length: 9\r\n',
  cut: false,
  metadata: { title: 'Under the deck' },
};

test('a copy is a WARC file that is read back byte by byte, whatever the page is', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ maxLength: 2_000 }),
      fc.string({ unit: 'binary' }),
      fc.boolean(),
      async (body, title, cut) => {
        const file = Buffer.from(await warcOf({ ...base, body, cut, metadata: { title } }, randomUUID));
        const records = read(gunzipSync(file));
        assert.deepEqual(
          records.map(({ headers }) => headers.get('warc-type')),
          ['warcinfo', 'response', 'request', 'metadata'],
        );
        for (const { headers, block } of records) {
          const [, digest = ''] = (headers.get('warc-block-digest') ?? '').split(':');
          assert.deepEqual(fromBase32(digest), createHash('sha256').update(block).digest());
          assert.equal(headers.get('warc-date'), '2026-03-12T07:00:00Z');
        }
        const [, response, request, metadata] = records;
        const end = response?.block.indexOf('\r\n\r\n') ?? 0;
        assert.deepEqual(response?.block.subarray(end + 4), Buffer.from(body));
        const head = response?.block.subarray(0, end).toString().split('\r\n') ?? [];
        assert.deepEqual(head, [
          ...['HTTP/1.1 200 OK', 'Content-Type: text/html', 'X-Archive-Orig-Content-Encoding: gzip'],
          ...['X-Archive-Orig-Transfer-Encoding: chunked', `Content-Length: ${body.length}`],
        ]);
        assert.equal(response?.headers.get('warc-truncated'), cut ? 'length' : undefined);
        assert.equal(request?.headers.get('warc-concurrent-to'), response?.headers.get('warc-record-id'));
        assert.equal(metadata?.block.toString().match(/\r\n/g)?.length, 1, 'one line a fact');
      },
    ),
    { numRuns: 200 },
  );
});

test('each record is packed by itself, so that a reader can go to any of them', async () => {
  const file = Buffer.from(await warcOf({ ...base, body: Buffer.from('<p>x</p>') }, randomUUID));
  const starts: number[] = [];
  for (
    let at = file.indexOf(Buffer.from([0x1f, 0x8b, 8]));
    at >= 0;
    at = file.indexOf(Buffer.from([0x1f, 0x8b, 8]), at + 1)
  )
    starts.push(at);
  assert.equal(starts.length, 4);
  const second = createGunzip();
  second.end(file.subarray(starts[1], starts[2]));
  let text = '';
  for await (const piece of second) text += piece;
  assert.match(text, /^WARC\/1\.1\r\nWARC-Type: response\r\n/);
});

test('a large page is hashed and packed while others are answered', async () => {
  let ticks = 0;
  const timer = setInterval(() => {
    ticks += 1;
  }, 1);
  await warcOf({ ...base, body: randomBytes(16_000_000) }, randomUUID);
  clearInterval(timer);
  assert.ok(ticks >= 5, `${ticks}`);
});
