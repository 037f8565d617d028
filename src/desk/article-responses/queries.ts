import type { Db } from '../../store/schema.ts';

/** What an article has of its own of how responses are let in; null where it is as the publication has it. */
export type ResponsePolicy = {
  id: string;
  title: string;
  path: string | null;
  policy: string | null;
  closeAfterDays: number | null;
  slowSeconds: number | null;
};

/** Reads it; null for no article. */
export async function readResponsePolicy(db: Db, id: string): Promise<ResponsePolicy | null> {
  const row = await db
    .selectFrom('articles')
    .select(['id', 'title', 'path', 'comment_policy', 'close_after_days', 'slow_seconds'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { comment_policy: policy, close_after_days: closeAfterDays, slow_seconds: slowSeconds } = row;
  return { id: row.id, title: row.title, path: row.path, policy, closeAfterDays, slowSeconds };
}
