import { type ReadHashes, tileWidth } from '../../merkle/tiles.ts';
import { type Hash, leafHash, rootOf } from '../../merkle/tree.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { chainHead } from '../queries.ts';

/** Reads rows of the record's tree: leaves from the entries, what is above them as it is kept, or hashed again. */
export function treeHashes(db: Db): ReadHashes {
  const read: ReadHashes = async ({ level, index, count }) => {
    if (level === 0) return leafHashes(db, { index, count });
    const kept = await keptHashes(db, { level, index, count });
    const hashes: Hash[] = [];
    for (let number = index; number < index + count; number += 1)
      hashes.push(kept.get(number) ?? rootOf(await read(below({ level, number }))));
    return hashes;
  };
  return read;
}

const atOnce = 16;

/** Keeps the roots over whole subtrees that the record has grown by since the last time. */
export async function keepSubtrees({ store }: Site): Promise<void> {
  const size = (await chainHead(store.read))?.seq ?? 0;
  const read = treeHashes(store.read);
  for (let level = 1, full = size / tileWidth; full >= 1; level += 1, full /= tileWidth)
    for (let next = await countKept(store.read, level); next < Math.floor(full); ) {
      const rows: { level: number; number: number; hash: string }[] = [];
      for (; rows.length < atOnce && next < Math.floor(full); next += 1) {
        const root = rootOf(await read(below({ level, number: next })));
        rows.push({ level, number: next, hash: root.toString('base64') });
      }
      await store.write((tx) =>
        tx
          .insertInto('record_subtrees')
          .values(rows)
          .onConflict((conflict) => conflict.doNothing())
          .execute(),
      );
    }
}

/** The hashes that a subtree is the root over. */
function below({ level, number }: { level: number; number: number }) {
  return { level: level - 1, index: number * tileWidth, count: tileWidth };
}

async function countKept(db: Db, level: number): Promise<number> {
  const row = await db
    .selectFrom('record_subtrees')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('level', '=', level)
    .executeTakeFirst();
  return row?.number === null || row?.number === undefined ? 0 : Number(row.number) + 1;
}

async function leafHashes(db: Db, { index, count }: { index: number; count: number }): Promise<Hash[]> {
  const leaves = await placedLeaves(db, { index, count });
  return leaves.map((leaf) => leafHash(Buffer.from(leaf)));
}

/** The bytes of so many entries, as text, from a place on that counts from 0. */
export async function placedLeaves(
  db: Db,
  { index, count }: { index: number; count: number },
): Promise<string[]> {
  const rows = await db
    .selectFrom('record_entries')
    .select('leaf')
    .where('seq', '>', index)
    .where('seq', '<=', index + count)
    .orderBy('seq')
    .execute();
  return rows.map(({ leaf }) => leaf);
}

async function keptHashes(
  db: Db,
  { level, index, count }: { level: number; index: number; count: number },
): Promise<Map<number, Hash>> {
  const rows = await db
    .selectFrom('record_subtrees')
    .select(['number', 'hash'])
    .where('level', '=', level)
    .where('number', '>=', index)
    .where('number', '<', index + count)
    .execute();
  return new Map(rows.map(({ number, hash }) => [number, Buffer.from(hash, 'base64')]));
}
