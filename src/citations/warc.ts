import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { sha256Bytes } from '../lib/sha256-bytes.ts';

const packed = promisify(gzip);

/** What one look at a page brought, to be kept. */
export type Exchanged = {
  url: string;
  /** UTC. */
  at: Date;
  /** Both heads as they went over the wire, without the empty line. */
  request: string;
  response: string;
  /** As unpacked. */
  body: Uint8Array;
  cut: boolean;
  /** Facts about it, `name: value`. */
  metadata: Record<string, string>;
};

const end = Buffer.from('\r\n\r\n');

/**
 * A WARC 1.1 file (ISO 28500) of one request: its records each packed with gzip by itself, so that any reader of web
 * archives can take it. The body is kept as unpacked; the header lines that said how it was packed for the way are
 * renamed, as other archives of unpacked bodies do. `newUuid` gives each record its name. Hashing and packing happen on
 * other threads: a body may be large.
 */
export async function warcOf(exchanged: Exchanged, newUuid: () => string): Promise<Uint8Array> {
  const response = `<urn:uuid:${newUuid()}>`;
  const { url, body, cut, metadata } = exchanged;
  const common = { 'WARC-Date': `${exchanged.at.toISOString().slice(0, 19)}Z` };
  const ofPage = { ...common, 'WARC-Target-URI': url };
  const facts = Object.entries(metadata).map(([name, value]) => `${name}: ${oneLine(value)}\r\n`);
  const records = [
    record(
      {
        'WARC-Type': 'warcinfo',
        'WARC-Record-ID': `<urn:uuid:${newUuid()}>`,
        ...common,
        'Content-Type': 'application/warc-fields',
      },
      Buffer.from('software: Hustings\r\nformat: WARC File Format 1.1\r\n'),
    ),
    record(
      {
        ...{ 'WARC-Type': 'response', 'WARC-Record-ID': response, ...ofPage },
        ...(cut ? { 'WARC-Truncated': 'length' } : {}),
        'WARC-Payload-Digest': await digest(body),
        'Content-Type': 'application/http;msgtype=response',
      },
      Buffer.concat([Buffer.from(`${unpackedHead(exchanged.response, body.length)}\r\n`), body]),
    ),
    record(
      {
        ...{ 'WARC-Type': 'request', 'WARC-Record-ID': `<urn:uuid:${newUuid()}>`, ...ofPage },
        ...{ 'WARC-Concurrent-To': response, 'Content-Type': 'application/http;msgtype=request' },
      },
      Buffer.from(`${exchanged.request}\r\n`),
    ),
    record(
      {
        ...{ 'WARC-Type': 'metadata', 'WARC-Record-ID': `<urn:uuid:${newUuid()}>`, ...ofPage },
        ...{ 'WARC-Refers-To': response, 'Content-Type': 'application/warc-fields' },
      },
      Buffer.from(facts.join('')),
    ),
  ];
  return Buffer.concat(await Promise.all(records.map(async (each) => packed(await each))));
}

async function record(headers: Record<string, string>, block: Buffer): Promise<Buffer> {
  const lines = Object.entries({
    ...headers,
    'WARC-Block-Digest': await digest(block),
    'Content-Length': String(block.length),
  }).map(([name, value]) => `${name}: ${oneLine(value)}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join('')}\r\n`), block, end]);
}

function unpackedHead(head: string, length: number): string {
  const kept = head
    .split('\r\n')
    .filter((line) => !/^content-length:/i.test(line))
    .map((line) => line.replace(/^(?=(?:content|transfer)-encoding:)/i, 'X-Archive-Orig-'));
  const lines = kept.filter((line) => line !== '');
  return `${lines.join('\r\n')}\r\nContent-Length: ${length}\r\n`;
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, ' ');
}

/** SHA-256 in Base32 (RFC 4648, without padding), which readers of archives expect. */
async function digest(bytes: Uint8Array): Promise<string> {
  const hash = await sha256Bytes(bytes);
  const bits = [...hash].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  const letters = bits.match(/.{1,5}/g) ?? [];
  return `sha256:${letters.map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('')}`;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
