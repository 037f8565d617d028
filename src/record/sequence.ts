import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { chainHash, genesis } from './entry.ts';
import { type Head, headPath, readHead, refuseShortChain, writeHead } from './head-file.ts';

const batchSize = 1000;

/**
 * Puts the entries that wait into the chain, in the order of their ids, and keeps the new head in its file.
 * One process does it at a time. Refuses (`BrokenChain`) to build on a chain whose end has been cut off or changed.
 * Answers how many entries were placed.
 */
export async function sequenceEntries(site: Site): Promise<number> {
  let placed = 0;
  for (;;) {
    const count = await sequenceBatch(site);
    placed += count;
    if (count < batchSize) return placed;
  }
}

async function sequenceBatch(site: Site): Promise<number> {
  if (!(await anyWaiting(site.store.read))) return 0;
  const { head, count } = await site.store.write(async (tx) => {
    await site.store.lockRecord(tx);
    const last = await lastPlaced(tx);
    checkHead(site, last);
    return placeWaiting(tx, last);
  });
  if (head) writeHead(site.config.dataFolder, head);
  return count;
}

async function anyWaiting(db: Db): Promise<boolean> {
  const found = await db
    .selectFrom('record_entries')
    .select('id')
    .where('seq', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

async function lastPlaced(tx: Db): Promise<Head | null> {
  const row = await tx
    .selectFrom('record_entries')
    .select(['seq', 'hash'])
    .where('seq', 'is not', null)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.seq && row.hash ? { seq: row.seq, hash: row.hash } : null;
}

/** From the first entry on there is a head file: where it is missing, somebody has taken it, or another machine has it. */
function checkHead(site: Site, last: Head | null): void {
  const folder = site.config.dataFolder;
  const kept = readHead(folder);
  refuseShortChain(kept, last);
  if (kept !== null) return;
  if (last === null) writeHead(folder, { seq: 0, hash: genesis });
  else
    site.log.warn(
      { file: headPath(folder), after: last.seq },
      'the head file is missing: a new one is written, and entries cut off before would not show',
    );
}

async function placeWaiting(tx: Db, last: Head | null): Promise<{ head: Head | null; count: number }> {
  const waiting = await tx
    .selectFrom('record_entries')
    .select(['id', 'leaf'])
    .where('seq', 'is', null)
    .orderBy('id')
    .limit(batchSize)
    .execute();
  let head = last ?? { seq: 0, hash: genesis };
  for (const { id, leaf } of waiting) {
    head = { seq: head.seq + 1, hash: chainHash(head.hash, leaf) };
    await tx.updateTable('record_entries').set(head).where('id', '=', id).execute();
  }
  return { head: waiting.length > 0 ? head : null, count: waiting.length };
}
