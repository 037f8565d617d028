import type { Db } from '../store/schema.ts';
import type { Action, EntryBody } from './entry.ts';

/** The newest entry of the record, by id; an empty text while there is none. */
export async function newestChange(db: Db): Promise<string> {
  const row = await db
    .selectFrom('record_entries')
    .select('id')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? '';
}

/** What makes a number look otherwise than it did. */
const changing = [
  'comment.edit',
  'comment.remove',
  'comment.withhold',
  'comment.restore',
  'comment.withdraw',
  'comment.erase',
  'comment.unname',
] satisfies Action[];
const mostChanges = 500;

/** That a number of an article now looks otherwise, by an entry of the record. */
export type Change = { id: string; articleId: string; number: number };

/**
 * What entries of the record changed after one, oldest first, so many of them; and after which to go on, null where
 * there are no more.
 */
export async function changesAfter(db: Db, id: string): Promise<{ changes: Change[]; last: string | null }> {
  const rows = await db
    .selectFrom('record_entries')
    .select(['id', 'article_id', 'leaf'])
    .where('id', '>', id)
    .where('visibility', '=', 'public')
    .where('action', 'in', changing)
    .orderBy('id')
    .limit(mostChanges)
    .execute();
  const changes = rows.flatMap((row) => {
    const { subject } = JSON.parse(row.leaf) as EntryBody;
    const number = 'number' in subject ? subject.number : null;
    return row.article_id === null || !number ? [] : [{ id: row.id, articleId: row.article_id, number }];
  });
  return { changes, last: rows.length < mostChanges ? null : (rows.at(-1)?.id ?? null) };
}
