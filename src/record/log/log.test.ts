import assert from 'node:assert/strict';
import { createHash, createPublicKey, verify } from 'node:crypto';
import { test } from 'node:test';
import { onBothEngines } from '../../../test/support/engines.ts';
import type { TestSite } from '../../../test/support/site.ts';
import { type Checkpoint, readCheckpoint } from '../../merkle/checkpoint.ts';
import { provenBy, readLogProof } from '../../merkle/log-proof.ts';
import { readVerifierKey, verifierOf } from '../../merkle/signed-note.ts';
import { tilePath } from '../../merkle/tiles.ts';
import { createSiteWeb } from '../../web-app.ts';
import { append, recordOf, takeBack } from '../fixtures.ts';
import { storedEntries } from '../queries.ts';
import { sequenceEntries } from '../sequence.ts';
import { verifyChain } from '../verify.ts';
import { recordCheckpoint, recordSigner } from './log.ts';
import { keepSubtrees } from './subtrees.ts';

/** Enough for two rows of tiles; most cases need no more than a few. */
const long = 300;
const few = 21;

/** The root over entries as RFC 6962, 2.1 defines it: a checker that shares nothing with what it checks. */
const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
function rootOver(entries: readonly Uint8Array[]): Buffer {
  const [first] = entries;
  if (!first) return sha256();
  if (entries.length === 1) return sha256(Buffer.from([0]), first);
  let half = 1;
  while (half * 2 < entries.length) half *= 2;
  return sha256(Buffer.from([1]), rootOver(entries.slice(0, half)), rootOver(entries.slice(half)));
}

function bundled(bytes: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += 2 + bytes.readUInt16BE(at))
    entries.push(bytes.subarray(at + 2, at + 2 + bytes.readUInt16BE(at)));
  return entries;
}

type Answer = { status: number; headers: Headers; bytes: Buffer };

/**
 * Reads a log of so many entries from its addresses alone and checks it, by the words of C2SP tlog-tiles and RFC 6962:
 * every tile that a tree of this size has, full and partial, each level against the one below, the entries against the
 * leaves, and all of it against the root. Answers the entries.
 */
async function followLog(
  get: (path: string) => Promise<Answer>,
  { size, root }: { size: number; root: string },
): Promise<Buffer[]> {
  const read = async (level: number | 'entries', number: number, width: number) => {
    const [last = '', ...rest] = (
      String(number)
        .padStart(Math.ceil(String(number).length / 3) * 3, '0')
        .match(/.../g) ?? []
    ).reverse();
    const path = [...rest.reverse().map((part) => `x${part}`), last].join('/');
    const answer = await get(`/record/tile/${level}/${path}${width < 256 ? `.p/${width}` : ''}`);
    assert.equal(answer.status, 200, path);
    assert.equal(answer.headers.get('content-type'), 'application/octet-stream');
    assert.match(answer.headers.get('cache-control') ?? '', /max-age=\d{7,}.*immutable/);
    return answer.bytes;
  };
  const row = async (level: number | 'entries', count: number) => {
    const tiles: Buffer[] = [];
    for (let from = 0; from < count; from += 256)
      tiles.push(await read(level, from / 256, Math.min(256, count - from)));
    return tiles;
  };
  const entries = (await row('entries', size)).flatMap(bundled);
  assert.equal(entries.length, size);
  let expected = entries.map((entry) => rootOver([entry]));
  for (let [level, spans] = [0, 1]; spans <= size; [level, spans] = [level + 1, spans * 256]) {
    const hashes = Buffer.concat(await row(level, Math.floor(size / spans)));
    assert.deepEqual(hashes, Buffer.concat(expected), `level ${level}`);
    const above = Math.floor(size / spans / 256);
    expected = Array.from({ length: above }, (_, n) =>
      rootOver(entries.slice(n * spans * 256, (n + 1) * spans * 256)),
    );
  }
  assert.equal(rootOver(entries).toString('base64'), root);
  return entries;
}

onBothEngines('the record as a log', (engine) => {
  const open = async (length = few) => {
    const site = await recordOf(engine, length);
    const web = createSiteWeb(site);
    const get = async (path: string) => {
      const response = await web.app.request(`http://ledger.example${path}`);
      return {
        status: response.status,
        headers: response.headers,
        bytes: Buffer.from(await response.arrayBuffer()),
      };
    };
    return { site, get };
  };

  test('is checked from its addresses alone, by the formats’ own words', async () => {
    const { site, get } = await open(long);
    await keepSubtrees(site);
    const note = (await get('/record/checkpoint')).bytes.toString();
    const [text = '', signature = ''] = note.split('\n\n');
    const [origin, size, root] = text.split('\n');
    assert.deepEqual([origin, size], ['ledger.example/record', String(long)]);

    const [, name, , key = ''] =
      /^(.+?)\+(.+?)\+(.+)\n$/.exec((await get('/record/key')).bytes.toString()) ?? [];
    assert.equal(name, origin);
    const publicKey = createPublicKey({
      key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key, 'base64').subarray(1).toString('base64url') },
      format: 'jwk',
    });
    const signed = Buffer.from(signature.trim().split(' ')[2] ?? '', 'base64').subarray(4);
    assert.ok(verify(null, Buffer.from(`${text}\n`), publicKey, signed));

    const grown = { size: Number(size), root: root ?? '' };
    const entries = await followLog(get, grown);
    const stored = await storedEntries(site.store.read, { after: 0, limit: long });
    assert.deepEqual(
      entries.map(String),
      stored.map(({ leaf }) => leaf),
    );
    for (const [place, { visibility, action, private_body, private_salt }] of stored.entries()) {
      if (visibility !== 'private') continue;
      const told = String(entries[place]);
      assert.deepEqual(Object.keys(JSON.parse(told)).sort(), ['at', 'id', 'sealed', 'v', 'visibility']);
      for (const secret of [action, private_body, private_salt ?? '-', 'words'])
        assert.ok(secret && !told.includes(secret), told);
    }

    const before = await get(`/record/tile/entries/001.p/${long - 256}`);
    for (let number = long; number < 512; number += 1) await append(site, number + 1);
    await sequenceEntries(site);
    await keepSubtrees(site);
    const now = (await get('/record/checkpoint')).bytes.toString().split('\n');
    await followLog(get, { size: 512, root: now[2] ?? '' });
    const whole = await get('/record/tile/entries/001');
    assert.deepEqual(whole.bytes.subarray(0, before.bytes.length), before.bytes, 'it goes on where it ended');
    const again = await get(`/record/tile/entries/001.p/${long - 256}`);
    assert.deepEqual([again.status, again.bytes.equals(before.bytes)], [200, true], 'and is still served');
    assert.equal((await get('/record/tile/0/002')).status, 404, 'an empty tile is none');
    assert.equal((await get('/record/tile/0/002.p/1')).status, 404);
  });

  test('has tiles far up under paths of several parts', async () => {
    const { site, get } = await open();
    const [pattern] = await site.store.read.selectFrom('record_entries').selectAll().limit(1).execute();
    assert.ok(pattern);
    const { subject_id: _, ...row } = pattern;
    const first = 1_234 * 256; // only these: nobody counts a million entries for one tile
    const rows = Array.from({ length: 300 }, (_, n) => ({
      ...row,
      id: `far ${n}`,
      seq: first + n + 1,
      leaf: `{"n":${n}}`,
    }));
    await site.store.write((tx) => tx.insertInto('record_entries').values(rows).execute());
    const leaf = (n: number) => rootOver([Buffer.from(`{"n":${n}}`)]);
    const hashes = (from: number, to: number) =>
      Buffer.concat(Array.from({ length: to - from }, (_, n) => leaf(from + n)));
    assert.deepEqual((await get('/record/tile/0/x001/234')).bytes, hashes(0, 256));
    assert.deepEqual((await get('/record/tile/0/x001/235.p/44')).bytes, hashes(256, 300));
    assert.equal(bundled((await get('/record/tile/entries/x001/234')).bytes).length, 256);
    for (const path of [
      '0/x001/235',
      '0/x001/235.p/45',
      '0/x001/236',
      '0/x000/x001/234',
      '0/001/234',
      '0/x1/234',
      '0/1234',
    ])
      assert.equal((await get(`/record/tile/${path}`)).status, 404, path);
  });

  test('has the same root whether the tree above the leaves was kept or not', async () => {
    const { site } = await open(long);
    const before = await recordCheckpoint(site);
    await keepSubtrees(site);
    await keepSubtrees(site);
    assert.equal(await recordCheckpoint(site), before);
    const rows = await site.store.read.selectFrom('record_subtrees').select(['level', 'number']).execute();
    assert.deepEqual(
      rows.map(({ level, number }) => [Number(level), Number(number)]),
      [[1, 0]],
    );
  });

  test('has no tile, proof or address beyond its end, and none in another spelling', async () => {
    const { get } = await open();
    for (const path of [
      `tile/${tilePath({ level: 0, number: 0, width: 256 })}`,
      `tile/${tilePath({ level: 0, number: 0, width: few + 1 })}`,
      ...['tile/1/000', 'tile/1/000.p/2', 'tile/64/000', 'tile/0/0', 'tile/0/001', 'tile/', 'tile/0/999/999'],
      ...[
        'proofs/0.tlog-proof',
        `proofs/${few + 1}.tlog-proof`,
        'proofs/01.tlog-proof',
        'proofs/1',
        'proofs/x',
      ],
    ])
      assert.equal((await get(`/record/${path}`)).status, 404, path);
  });

  test('proves each of its entries to whoever has the key, and no other', async () => {
    const { site, get } = await open();
    const key = readVerifierKey((await get('/record/key')).bytes.toString().trim());
    assert.ok(key);
    const stored = await storedEntries(site.store.read, { after: 0, limit: few });
    for (const seq of [1, 2, 16, 17, few]) {
      const proof = readLogProof((await get(`/record/proofs/${seq}.tlog-proof`)).bytes.toString());
      assert.ok(proof);
      assert.equal(provenBy(proof, Buffer.from(stored[seq - 1]?.leaf ?? ''), key)?.size, few);
      assert.equal(provenBy(proof, Buffer.from(stored[seq % few]?.leaf ?? ''), key), null);
    }
  });

  test('that goes on is still what a checkpoint from before was signed for', async () => {
    const { site } = await open();
    const against = await checkpointOf(site);
    await append(site, few + 1);
    await sequenceEntries(site);
    assert.deepEqual((await verifyChain(site, { against })).faults, []);
  });

  test('that was taken back as a whole, with its head file, is found only against a checkpoint from outside', async () => {
    const { site } = await open();
    const against = await checkpointOf(site);
    await takeBack(site, few - 2);
    assert.deepEqual((await verifyChain(site)).faults, []);
    const rolledBack = await verifyChain(site, { against });
    assert.deepEqual(
      rolledBack.faults.map(({ seq }) => seq),
      [few - 1],
    );
    assert.match(rolledBack.faults[0]?.sentence ?? '', /rolled back/);
    for (let number = 0; number < 5; number += 1) await append(site, 1_000 + number);
    await sequenceEntries(site);
    const rewritten = await verifyChain(site, { against });
    assert.match(rewritten.faults[0]?.sentence ?? '', /The record was rewritten: entries 1 to 21/);
  });

  test('signs nothing while entries are missing that its head file knows of', async () => {
    const { site, get } = await open();
    await site.store.write((tx) => tx.deleteFrom('record_entries').where('seq', '=', few).execute());
    await assert.rejects(recordCheckpoint(site), /The record’s end is not what it was/);
    assert.equal((await get('/record/checkpoint')).status, 500);
  });
});

async function checkpointOf(site: TestSite): Promise<Checkpoint> {
  const says = readCheckpoint(await recordCheckpoint(site));
  assert.ok(says && says.origin === verifierOf(recordSigner(site)).name);
  return says;
}
