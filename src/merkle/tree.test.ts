import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { isBeginning, isIncluded } from './check-proof.ts';
import { hasTile, nodesFromTiles, readTilePath, tilePath } from './tiles.ts';
import { consistencyProof, emptyRoot, type Hash, inclusionProof, leafHash, rootAt, rootOf } from './tree.ts';

/** The tree as the standard defines it, word by word and however slowly (RFC 6962, 2.1). */
const sha256 = (...parts: Uint8Array[]) => createHash('sha256').update(Buffer.concat(parts)).digest();
const power = (n: number): number => {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
};
function mth(entries: readonly Uint8Array[]): Buffer {
  const [first] = entries;
  if (!first) return sha256();
  if (entries.length === 1) return sha256(Buffer.from([0]), first);
  const k = power(entries.length);
  return sha256(Buffer.from([1]), mth(entries.slice(0, k)), mth(entries.slice(k)));
}
function path(m: number, entries: readonly Uint8Array[]): Buffer[] {
  if (entries.length <= 1) return [];
  const k = power(entries.length);
  return m < k
    ? [...path(m, entries.slice(0, k)), mth(entries.slice(k))]
    : [...path(m - k, entries.slice(k)), mth(entries.slice(0, k))];
}
function subproof(m: number, entries: readonly Uint8Array[], whole: boolean): Buffer[] {
  if (m === entries.length) return whole ? [] : [mth(entries)];
  const k = power(entries.length);
  return m <= k
    ? [...subproof(m, entries.slice(0, k), whole), mth(entries.slice(k))]
    : [...subproof(m - k, entries.slice(k), false), mth(entries.slice(0, k))];
}

/** Entries of the test vectors that logs of certificates share, and the roots over the first one, two, three … */
const inputs = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const roots = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

const entriesOf = (size: number, salt = 0) =>
  Array.from({ length: size }, (_, index) => Buffer.from(`entry ${index} ${salt}`));
const finding = (leaves: readonly Hash[]) =>
  nodesFromTiles(async ({ level, index, count }) =>
    Array.from({ length: count }, (_, at) => {
      const width = 256 ** level;
      return rootOf(leaves.slice((index + at) * width, (index + at + 1) * width));
    }),
  );

describe('a tree of hashes', () => {
  test('has the roots that other programs find', () => {
    assert.equal(
      emptyRoot.toString('hex'),
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    for (const [index, root] of roots.entries()) {
      const leaves = inputs.slice(0, index + 1).map((hex) => leafHash(Buffer.from(hex, 'hex')));
      assert.equal(rootOf(leaves).toString('hex'), root, `${index + 1} leaves`);
    }
  });

  test('and its proofs are those of the standard, for every size and place up to 33', async () => {
    const entries = entriesOf(33);
    const leaves = entries.map(leafHash);
    for (let size = 1; size <= entries.length; size += 1) {
      const these = entries.slice(0, size);
      const find = finding(leaves);
      const root = mth(these);
      assert.deepEqual(await rootAt(size, find), root);
      for (let index = 0; index < size; index += 1) {
        const proof = await inclusionProof({ index, size }, find);
        assert.deepEqual(proof, path(index, these));
        assert.ok(
          isIncluded({ leaf: leaves[index] as Hash, index, size, root }, proof),
          `${index} of ${size}`,
        );
      }
      for (let from = 1; from <= size; from += 1) {
        const proof = await consistencyProof({ from, to: size }, find);
        assert.deepEqual(proof, subproof(from, these, true));
        const heads = { from: { size: from, root: mth(entries.slice(0, from)) }, to: { size, root } };
        assert.ok(isBeginning(heads, proof), `${from} of ${size}`);
      }
    }
  });

  test('of more than one row of tiles has the same root and proofs', async () => {
    const entries = entriesOf(1_025);
    const leaves = entries.map(leafHash);
    const [size, root, find] = [entries.length, mth(entries), finding(leaves)];
    assert.deepEqual(await rootAt(size, find), root);
    for (const index of [0, 255, 256, 511, 1_023, 1_024])
      assert.deepEqual(await inclusionProof({ index, size }, find), path(index, entries));
    for (const from of [1, 255, 256, 257, 768, 1_024])
      assert.deepEqual(await consistencyProof({ from, to: size }, find), subproof(from, entries, true));
  });

  test('no proof holds for another leaf, place, size or root, nor with a hash changed, left out or added', async () => {
    const size = fc.integer({ min: 1, max: 70 });
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), fc.nat(), fc.nat(), async (count, place, where, how) => {
        const leaves = entriesOf(count).map(leafHash);
        const index = place % count;
        const root = rootOf(leaves);
        const leaf = leaves[index] as Hash;
        const proof = await inclusionProof({ index, size: count }, finding(leaves));
        const claim = { leaf, index, size: count, root };
        assert.ok(isIncluded(claim, proof));
        assert.ok(!isIncluded({ ...claim, leaf: leafHash(Buffer.from('another')) }, proof));
        assert.ok(!isIncluded({ ...claim, root: leafHash(root) }, proof));
        assert.ok(!isIncluded({ ...claim, index: index + count }, proof));
        if (count > 1) assert.ok(!isIncluded({ ...claim, index: (index + 1) % count }, proof));
        for (const forged of forgeries(proof, { where, how })) assert.ok(!isIncluded(claim, forged));
      }),
      { numRuns: 200 },
    );
  });

  test('a tree that is not the beginning of another is never proven to be', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 70 }),
        fc.nat(),
        fc.nat(),
        fc.nat(),
        async (to, some, where, how) => {
          const leaves = entriesOf(to).map(leafHash);
          const from = 1 + (some % (to - 1));
          const changed = leaves.with(where % from, leafHash(Buffer.from('changed')));
          const proof = await consistencyProof({ from, to }, finding(leaves));
          const heads = {
            from: { size: from, root: rootOf(leaves.slice(0, from)) },
            to: { size: to, root: rootOf(leaves) },
          };
          assert.ok(isBeginning(heads, proof));
          const other = { size: from, root: rootOf(changed.slice(0, from)) };
          assert.ok(!isBeginning({ ...heads, from: other }, proof));
          assert.ok(
            !isBeginning({ ...heads, from: other }, await consistencyProof({ from, to }, finding(changed))),
          );
          assert.ok(!isBeginning({ ...heads, to: { size: to, root: rootOf(changed) } }, proof));
          for (const forged of forgeries(proof, { where, how })) assert.ok(!isBeginning(heads, forged));
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** A proof with one hash changed, one left out, one doubled, two exchanged. */
function forgeries(proof: readonly Hash[], { where, how }: { where: number; how: number }): Hash[][] {
  const extra = leafHash(Buffer.from('extra'));
  if (proof.length === 0) return [[extra]];
  const at = where % proof.length;
  const bytes = Buffer.from(proof[at] as Hash);
  bytes[how % 32] = (bytes[how % 32] ?? 0) ^ (1 << (how % 8));
  const other = proof[(at + 1) % proof.length] as Hash;
  return [
    proof.with(at, bytes),
    proof.toSpliced(at, 1),
    [...proof, extra],
    [extra, ...proof],
    ...(proof.length > 1 ? [proof.with(at, other)] : []),
  ];
}

describe('the path of a tile', () => {
  test('is written in one way, and read back', () => {
    assert.equal(tilePath({ level: 0, number: 1_234_067, width: 256 }), '0/x001/x234/067');
    assert.equal(tilePath({ level: 'entries', number: 5, width: 17 }), 'entries/005.p/17');
    const level = fc.oneof(fc.integer({ min: 0, max: 63 }), fc.constant('entries' as const));
    const width = fc.integer({ min: 1, max: 256 });
    const tile = fc.record({ level, number: fc.maxSafeNat(), width }, { noNullPrototype: true });
    fc.assert(fc.property(tile, (each) => assert.deepEqual(readTilePath(tilePath(each)), each)));
  });

  for (const wrong of [
    ...[
      '',
      '0',
      '0/',
      '0/5',
      '0/05',
      '0/0005',
      '00/005',
      '64/005',
      '-1/005',
      '0/x005',
      '0/x000/005',
      '0/005/',
    ],
    ...[
      '0/005.p/0',
      '0/005.p/256',
      '0/005.p/01',
      '0/005.p/',
      'entries/x/005',
      '0/005.p/1/',
      '0/٠٠٥',
      'data/005',
    ],
  ])
    test(`and nothing else is one: ${wrong || 'nothing'}`, () => assert.equal(readTilePath(wrong), null));

  test('leads to a tile where the log is long enough', () => {
    const has = (text: string) => {
      const tile = readTilePath(text);
      return tile !== null && hasTile(70_000, tile);
    };
    for (const there of ['0/272', '0/273.p/112', '1/000', '1/001.p/17', '2/000.p/1', 'entries/273.p/112'])
      assert.ok(has(there), there);
    for (const not of ['0/273', '0/273.p/113', '1/001', '1/001.p/18', '2/000', '2/000.p/2', '3/000.p/1'])
      assert.ok(!has(not), not);
  });
});
