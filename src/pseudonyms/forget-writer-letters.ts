import type { Db } from '../store/schema.ts';
import { type WriterLetter, writerLetterKind } from './writer-letter.ts';

/** Forgets letters that wait to be sent to addresses, and the links that letters to them had. */
export async function forgetWriterLetters(tx: Db, addresses: readonly string[]): Promise<void> {
  if (addresses.length === 0) return;
  const theirs = new Set(addresses.map((each) => each.toLowerCase()));
  const waiting = await tx
    .selectFrom('jobs')
    .select(['id', 'payload'])
    .where('kind', '=', writerLetterKind)
    .where('done_at', 'is', null)
    .execute();
  const ids = waiting
    .filter(({ payload }) => theirs.has((JSON.parse(payload) as WriterLetter).email))
    .map(({ id }) => id);
  if (ids.length > 0) await tx.deleteFrom('jobs').where('id', 'in', ids).execute();
  await tx
    .deleteFrom('writer_tokens')
    .where('content', 'in', [...theirs])
    .execute();
}
