import type { Db } from '../../store/schema.ts';

/** What filters found in some responses, by the response and the reason. For staff alone. */
export async function findingsOn(
  db: Db,
  commentIds: readonly string[],
): Promise<Map<string, Record<string, string[]>>> {
  const found = new Map<string, Record<string, string[]>>();
  if (commentIds.length === 0) return found;
  const rows = await db
    .selectFrom('comment_findings')
    .selectAll()
    .where('comment_id', 'in', [...commentIds])
    .execute();
  for (const row of rows)
    found.set(row.comment_id, { ...found.get(row.comment_id), [row.reason]: JSON.parse(row.found) });
  return found;
}
