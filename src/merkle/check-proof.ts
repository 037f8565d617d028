import { emptyRoot, type Hash, nodeHash } from './tree.ts';

/** Whether a proof shows that a leaf is in the tree with this root (RFC 9162, 2.1.3.2). Never throws. */
export function isIncluded(
  claim: { leaf: Hash; index: number; size: number; root: Hash },
  proof: readonly Hash[],
): boolean {
  const { index, size } = claim;
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  let place = index;
  let last = size - 1;
  let computed = claim.leaf;
  for (const hash of proof) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      computed = nodeHash(hash, computed);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else computed = nodeHash(computed, hash);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && computed.equals(claim.root);
}

type Head = { size: number; root: Hash };

/** Whether a proof shows that one tree is the beginning of another (RFC 9162, 2.1.4.2). Never throws. */
export function isBeginning(of: { from: Head; to: Head }, proof: readonly Hash[]): boolean {
  const { from, to } = of;
  if (!isCount(from.size) || !isCount(to.size) || from.size > to.size) return false;
  if (from.size === to.size) return proof.length === 0 && from.root.equals(to.root);
  if (from.size === 0) return proof.length === 0 && from.root.equals(emptyRoot);
  const path = isPowerOfTwo(from.size) ? [from.root, ...proof] : [...proof];
  const [first, ...rest] = path;
  if (!first) return false;
  let place = from.size - 1;
  let last = to.size - 1;
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  let [old, grown] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      old = nodeHash(hash, old);
      grown = nodeHash(hash, grown);
      while (place % 2 === 0 && place !== 0) [place, last] = [half(place), half(last)];
    } else grown = nodeHash(grown, hash);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && old.equals(from.root) && grown.equals(to.root);
}

/** Sizes may pass what 32-bit shifts can hold. */
function half(count: number): number {
  return Math.floor(count / 2);
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function isPowerOfTwo(count: number): boolean {
  let rest = count;
  while (rest % 2 === 0) rest = half(rest);
  return rest === 1;
}
