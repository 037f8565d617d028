import { hash } from 'node:crypto';

/** A SHA-256 hash, 32 bytes. */
export type Hash = Buffer;

const leafPrefix = Buffer.from([0]);
const nodePrefix = Buffer.from([1]);

/** The hash of a tree without leaves: that of nothing (RFC 6962, 2.1). */
export const emptyRoot: Hash = hash('sha256', '', 'buffer');

/** The hash of an entry as a leaf (RFC 6962, 2.1: 0x00 before its bytes). */
export function leafHash(entry: Uint8Array): Hash {
  return hash('sha256', Buffer.concat([leafPrefix, entry]), 'buffer');
}

/** The hash of a node over two others (RFC 6962, 2.1: 0x01 before them). */
export function nodeHash(left: Hash, right: Hash): Hash {
  return hash('sha256', Buffer.concat([nodePrefix, left, right]), 'buffer');
}

/**
 * The roots of the whole subtrees that a tree falls into, from the left, largest first: all that is needed to make it
 * grow. The leaves of each are a power of two.
 */
export class GrowingTree {
  readonly #peaks: { leaves: number; hash: Hash }[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  append(leaf: Hash): void {
    let peak = { leaves: 1, hash: leaf };
    for (let last = this.#peaks.at(-1); last?.leaves === peak.leaves; last = this.#peaks.at(-1)) {
      this.#peaks.pop();
      peak = { leaves: last.leaves * 2, hash: nodeHash(last.hash, peak.hash) };
    }
    this.#peaks.push(peak);
    this.#size += 1;
  }

  root(): Hash {
    return joined(this.#peaks.map((peak) => peak.hash));
  }
}

/** The root over neighbouring subtrees, each smaller than the one on its left (RFC 6962, 2.1). */
function joined(hashes: readonly Hash[]): Hash {
  const [first, ...rest] = [...hashes].reverse();
  return first ? rest.reduce((right, left) => nodeHash(left, right), first) : emptyRoot;
}

/** The root of a tree of these leaves. */
export function rootOf(leaves: Iterable<Hash>): Hash {
  const tree = new GrowingTree();
  for (const leaf of leaves) tree.append(leaf);
  return tree.root();
}

/** Finds the root of the whole subtree over the leaves from `index * 2 ** level`, `2 ** level` of them. */
export type FindNode = (level: number, index: number) => Promise<Hash>;

/** The root of a tree of so many leaves. */
export function rootAt(size: number, find: FindNode): Promise<Hash> {
  return rangeRoot({ start: 0, end: size }, find);
}

type Range = { start: number; end: number };

/** The root over a range of leaves that the tree's shape knows: whole subtrees, each smaller than the one before. */
async function rangeRoot({ start, end }: Range, find: FindNode): Promise<Hash> {
  const hashes: Hash[] = [];
  for (let at = start; at < end; ) {
    const level = largestPowerIn(end - at);
    hashes.push(await find(level, at / 2 ** level));
    at += 2 ** level;
  }
  return joined(hashes);
}

/** The greatest `level` for which `2 ** level` is no more than a number of leaves. */
function largestPowerIn(leaves: number): number {
  let level = 0;
  while (2 ** (level + 1) <= leaves) level += 1;
  return level;
}

/** Where a range of two or more leaves is divided: after the largest power of two smaller than their number. */
function middle({ start, end }: Range): number {
  const leaves = end - start;
  const level = largestPowerIn(leaves);
  return start + (2 ** level === leaves ? leaves / 2 : 2 ** level);
}

/**
 * What proves that a leaf is in a tree of `size` leaves: the hashes beside its way to the root, from the bottom (RFC
 * 6962, 2.1.1). `index` counts from 0. Throws a RangeError for a leaf that is not in the tree.
 */
export async function inclusionProof(
  { index, size }: { index: number; size: number },
  find: FindNode,
): Promise<Hash[]> {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size)
    throw new RangeError(`There is no leaf ${index} in a tree of ${size}.`);
  const beside: Range[] = [];
  for (let range = { start: 0, end: size }; range.end - range.start > 1; ) {
    const at = middle(range);
    const [left, right] = [
      { start: range.start, end: at },
      { start: at, end: range.end },
    ];
    beside.unshift(index < at ? right : left);
    range = index < at ? left : right;
  }
  return Promise.all(beside.map((range) => rangeRoot(range, find)));
}

/**
 * What proves that a tree of `from` leaves is the beginning of one of `to` leaves (RFC 6962, 2.1.2). Throws a
 * RangeError where `from` is not between 0 and `to`.
 */
export async function consistencyProof(
  { from, to }: { from: number; to: number },
  find: FindNode,
): Promise<Hash[]> {
  if (!Number.isSafeInteger(from) || from < 0 || from > to)
    throw new RangeError(`A tree of ${from} leaves is not the beginning of one of ${to}.`);
  if (from === 0 || from === to) return [];
  const proof: Range[] = [];
  let range = { start: 0, end: to };
  // As long as the old tree ends inside the range, one half is given and the search goes on in the other.
  while (from < range.end) {
    const at = middle(range);
    if (from <= at) {
      proof.unshift({ start: at, end: range.end });
      range = { start: range.start, end: at };
    } else {
      proof.unshift({ start: range.start, end: at });
      range = { start: at, end: range.end };
    }
  }
  if (range.start > 0) proof.unshift(range); // the old root itself is known to whoever asks
  return Promise.all(proof.map((each) => rangeRoot(each, find)));
}
