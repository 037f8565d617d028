import type { Db } from '../../store/schema.ts';
import type { CommentWords } from '../comment.ts';

/** How a response read before; `shown` where readers saw it. */
export type EarlierWording = CommentWords & { salt: string; replacedAt: string; shown: boolean };

/** The earlier wordings of some comments, by the comment's id, the oldest first. */
export async function earlierWordings(db: Db, ids: string[]): Promise<Map<string, EarlierWording[]>> {
  const wordings = new Map<string, EarlierWording[]>();
  if (ids.length === 0) return wordings;
  const rows = await db
    .selectFrom('comment_versions')
    .selectAll()
    .where('comment_id', 'in', ids)
    .orderBy('comment_id')
    .orderBy('number')
    .execute();
  for (const { comment_id: id, replaced_at: replacedAt, shown, ...words } of rows)
    wordings.set(id, [...(wordings.get(id) ?? []), { ...words, replacedAt, shown: shown === 1 }]);
  return wordings;
}
