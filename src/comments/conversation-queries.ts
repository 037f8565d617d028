import { sql } from 'kysely';
import type { Db } from '../store/schema.ts';

/** A number of a conversation, and how many answers lead to it from the first. */
export type Turn = { number: number; depth: number };

const deepest = 20_000;

/**
 * What a response answers, up to the first, and everything that answers it, by number: at most `limit` after a number.
 * An answer is always later than what it answers, so that no circle can be walked, whatever the rows say.
 */
export async function conversationOf(
  db: Db,
  { articleId, number, after, limit }: { articleId: string; number: number; after: number; limit: number },
): Promise<Turn[]> {
  const { rows } = await sql<{ number: number; depth: number }>`
    with recursive above(number, target, depth) as (
      select number, in_reply_to, 0 from comments where article_id = ${articleId} and number = ${number}
      union all
      select earlier.number, earlier.in_reply_to, above.depth - 1 from above
        join comments as earlier on earlier.article_id = ${articleId} and earlier.number = above.target
        where earlier.number < above.number and above.depth > ${-deepest}
    ), below(number, depth) as (
      select cast(${number} as integer), 0
      union all
      select later.number, below.depth + 1 from below
        join comments as later on later.article_id = ${articleId} and later.in_reply_to = below.number
        where later.number > below.number and below.depth < ${deepest}
    )
    select number, depth - (select min(depth) from above) as depth from (
      select number, depth from above where number < ${number} union all select number, depth from below
    ) as turns where number > ${after} order by number limit ${limit}`.execute(db);
  return rows.map((row) => ({ number: Number(row.number), depth: Number(row.depth) }));
}
