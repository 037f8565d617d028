import type { Db } from '../store/schema.ts';
import { storedEntries } from './queries.ts';

const pageSize = 1000;

/**
 * The record for anybody to check: one line of JSON for each entry, `{"seq","hash","leaf"}`, the leaf as the text
 * that is hashed. Private entries are there as their sealed leaves.
 */
export async function* recordLines(db: Db): AsyncGenerator<string> {
  for (let after = 0; ; ) {
    const page = await storedEntries(db, { after, limit: pageSize });
    yield page.map(({ seq, hash, leaf }) => `${JSON.stringify({ seq, hash, leaf })}\n`).join('');
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.seq;
  }
}
