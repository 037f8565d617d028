import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { openTestSite } from '../../test/support/site.ts';
import { runDueJobs } from '../jobs/run-jobs.ts';
import { sha256Hex } from '../lib/ids.ts';
import { createSiteWeb } from '../web-app.ts';
import { deletePicture } from './delete-picture.ts';
import { drawn, samplePicture } from './fixtures.ts';
import { removalKind, removeFiles } from './remove-files.ts';

const key = 'AKIAWRENMOUTH';
const secret = 'the tide table/of 1868+';
const region = 'eu-west-2';

/** A bucket that keeps what is signed as AWS Signature Version 4 asks, worked out here from the request alone. */
async function openBucket() {
  const kept = new Map<string, { body: Buffer; type: string }>();
  const server = createServer((request, response) => void answer(request, response));
  async function answer(request: IncomingMessage, response: ServerResponse) {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const body = Buffer.concat(pieces);
    const path = request.url ?? '';
    const wrong = wrongIn(request, body);
    if (wrong) return response.writeHead(403).end(`<Error><Code>${wrong}</Code></Error>`);
    if (request.method === 'PUT') kept.set(path, { body, type: String(request.headers['content-type']) });
    if (request.method === 'DELETE') return response.writeHead(kept.delete(path) ? 204 : 404).end();
    const found = kept.get(path);
    if (!found) return response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
    return response.writeHead(200).end(request.method === 'GET' ? found.body : '');
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  after(() => server.close());
  return { kept, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
function wrongIn({ method, url = '', headers }: IncomingMessage, body: Buffer): string | null {
  const pattern =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/;
  const [, id, day = '', place, names = '', signature] = pattern.exec(headers.authorization ?? '') ?? [];
  if (id !== key || place !== region) return 'InvalidAccessKeyId';
  const hash = String(headers['x-amz-content-sha256']);
  if (method === 'PUT' && hash !== sha256Hex(body)) return 'XAmzContentSHA256Mismatch';
  const signed = names.split(';');
  if (!signed.includes('host') || !signed.includes('x-amz-content-sha256')) return 'AccessDenied';
  const lines = signed.map((name) => `${name}:${String(headers[name]).trim()}\n`).join('');
  const request = [method, url, '', lines, names, hash].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256Hex(request)].join('\n');
  const step = (by: string | Buffer, what: string) => createHmac('sha256', by).update(what).digest();
  const last = ['s3', 'aws4_request'].reduce(step, step(step(`AWS4${secret}`, day), region));
  return step(last, text).toString('hex') === signature ? null : 'SignatureDoesNotMatch';
}

test('pictures lie in the bucket, are read out of it for readers, and go from it', async () => {
  const { kept, address } = await openBucket();
  const env = {
    HUSTINGS_S3: `${address}/wrenmouth?region=${region}`,
    HUSTINGS_S3_KEY: key,
    HUSTINGS_S3_SECRET: secret,
  };
  const site = await openTestSite('sqlite', env);
  const picture = await samplePicture(site, { bytes: await drawn('png', 500, 300) });
  const place = `/wrenmouth/pictures/${picture.hash.slice(0, 2)}/${picture.hash}`;
  assert.deepEqual(
    [...kept.keys()].sort(),
    ['320.webp', '500.jpg', '500.webp'].map((name) => `${place}-${name}`),
  );
  assert.equal(kept.get(`${place}-500.jpg`)?.type, 'image/jpeg');
  const web = createSiteWeb(site);
  const read = await web.app.request(`https://ledger.example/pictures/files/${picture.hash}-320.webp`);
  assert.equal(read.status, 200);
  assert.deepEqual(Buffer.from(await read.arrayBuffer()), kept.get(`${place}-320.webp`)?.body);
  const deleted = await deletePicture(site, { actor: { role: 'editor' }, staffId: null }, picture.id);
  assert.ok(deleted.ok);
  site.clock.pass(700_000);
  await runDueJobs(site, { [removalKind]: removeFiles });
  assert.deepEqual([...kept.keys()], []);
});

test('a bucket that refuses leaves nothing in the library, and says why in the log and nowhere else', async () => {
  const { kept, address } = await openBucket();
  const env = {
    HUSTINGS_S3: `${address}/wrenmouth?region=${region}`,
    HUSTINGS_S3_KEY: key,
    HUSTINGS_S3_SECRET: 'wrong',
  };
  const site = await openTestSite('sqlite', env);
  await assert.rejects(samplePicture(site), /The bucket answered 403 to PUT.*SignatureDoesNotMatch/);
  const rows = await site.store.read.selectFrom('pictures').select('id').execute();
  assert.deepEqual([rows, [...kept]], [[], []]);
});

test('a bucket that is named by halves is refused with the name of what is missing', async () => {
  const { readConfig } = await import('../config.ts');
  const keys = { HUSTINGS_S3_KEY: key, HUSTINGS_S3_SECRET: secret };
  for (const HUSTINGS_S3 of [
    'pictures',
    'https://s3.example',
    'ftp://s3.example/pictures',
    'https://s3.example/A_b',
  ])
    assert.throws(() => readConfig({ HUSTINGS_S3, ...keys }), /HUSTINGS_S3 is “/, HUSTINGS_S3);
  assert.throws(
    () => readConfig({ HUSTINGS_S3: 'https://s3.example/pictures' }),
    /HUSTINGS_S3_KEY and HUSTINGS_S3_SECRET/,
  );
  assert.deepEqual(readConfig({ HUSTINGS_S3: 'https://s3.example/pictures', ...keys }).bucket, {
    ...{ url: 'https://s3.example/pictures', region: 'us-east-1', key, secret },
  });
});
