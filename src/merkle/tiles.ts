import { type FindNode, type Hash, nodeHash } from './tree.ts';

/** Hashes in a full tile, and how many levels of the tree one spans. */
export const tileWidth = 256;
const tileHeight = 8;

/** A tile of a log (C2SP tlog-tiles): at a level, the `number`-th, of so many hashes; `entries` for bundles. */
export type Tile = { level: number | 'entries'; number: number; width: number };

const path = /^(0|[1-9]\d?|entries)\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/;

/** Reads `<L>/<N>[.p/<W>]`; null where it is no path of a tile in the one way to write it. */
export function readTilePath(text: string): Tile | null {
  const [, level = '', digits = '', partial] = path.exec(text) ?? [];
  const number = Number(digits.replaceAll(/[x/]/g, ''));
  const width = partial === undefined ? tileWidth : Number(partial);
  const tile = { level: level === 'entries' ? level : Number(level), number, width } as const;
  if (level === '' || (tile.level !== 'entries' && tile.level > 63)) return null;
  if (!Number.isSafeInteger(number) || (partial !== undefined && width >= tileWidth)) return null;
  return tilePath(tile) === text ? tile : null;
}

/** Writes `<L>/<N>[.p/<W>]`. */
export function tilePath({ level, number, width }: Tile): string {
  const groups = [];
  for (let rest = number; groups.length === 0 || rest > 0; rest = Math.floor(rest / 1000))
    groups.unshift(String(rest % 1000).padStart(3, '0'));
  const digits = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `${level}/${digits}${width < tileWidth ? `.p/${width}` : ''}`;
}

/** Whether a log of so many entries has a tile. */
export function hasTile(size: number, { level, number, width }: Tile): boolean {
  const hashes = Math.floor(size / tileWidth ** (level === 'entries' ? 0 : level));
  return number * tileWidth + width <= hashes;
}

/** So many hashes of the tile row at a level, from a place on: each the root over `256 ** level` leaves. */
export type ReadHashes = (from: { level: number; index: number; count: number }) => Promise<Hash[]>;

/** Finds nodes of the tree between those that tiles hold: hashed up from the row below. */
export function nodesFromTiles(read: ReadHashes): FindNode {
  return async (level, index) => {
    const row = Math.floor(level / tileHeight);
    const count = 2 ** (level - row * tileHeight);
    let hashes = await read({ level: row, index: index * count, count });
    while (hashes.length > 1) hashes = pairs(hashes);
    const [root] = hashes;
    if (!root) throw new RangeError(`There is no subtree ${index} at level ${level}.`);
    return root;
  };
}

function pairs(hashes: readonly Hash[]): Hash[] {
  const above: Hash[] = [];
  for (let at = 0; at < hashes.length; at += 2) {
    const [left, right] = [hashes[at], hashes[at + 1]];
    if (!left || !right) throw new RangeError('A subtree is not whole.');
    above.push(nodeHash(left, right));
  }
  return above;
}

/** A bundle of entries: each after its length in two bytes. Throws a RangeError for one of more than 65,535 bytes. */
export function entryBundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}
