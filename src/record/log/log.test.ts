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

    const [full, partial] = [
      await get('/record/tile/entries/000'),
      await get(`/record/tile/entries/001.p/${long - 256}`),
    ];
    const entries = [...bundled(full.bytes), ...bundled(partial.bytes)];
    assert.equal(entries.length, long);
    assert.equal(rootOver(entries).toString('base64'), root);
    const stored = await storedEntries(site.store.read, { after: 0, limit: long });
    assert.deepEqual(
      entries.map(String),
      stored.map(({ leaf }) => leaf),
    );

    const leaves = await get('/record/tile/0/000');
    assert.deepEqual(leaves.bytes, Buffer.concat(entries.slice(0, 256).map((entry) => rootOver([entry]))));
    assert.deepEqual((await get('/record/tile/1/000.p/1')).bytes, rootOver(entries.slice(0, 256)));
    assert.match(leaves.headers.get('cache-control') ?? '', /immutable/);
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
