import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import type { CommentWords } from '../comment.ts';

type Wording = CommentWords & { id: string; salt: string; state: string };

/** Keeps how a comment reads now, before other words take its place: the record's entry commits to it. */
export async function keepWording(site: Site, tx: Db, row: Wording): Promise<void> {
  const number = (await countWordings(tx, row.id)) + 1;
  await tx
    .insertInto('comment_versions')
    .values({
      ...{ comment_id: row.id, number, name: row.name, url: row.url, source: row.source },
      ...{ in_reply_to: row.in_reply_to, salt: row.salt },
      ...{ replaced_at: site.clock.now().toISOString(), shown: row.state === 'published' ? 1 : 0 },
    })
    .execute();
}

/** How many earlier wordings of a comment are kept. */
export async function countWordings(tx: Db, commentId: string): Promise<number> {
  const row = await tx
    .selectFrom('comment_versions')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('comment_id', '=', commentId)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Erases how a comment read before, with the salts: what the record committed to tells nothing any more. */
export async function dropWordings(tx: Db, commentId: string): Promise<void> {
  await tx.deleteFrom('comment_versions').where('comment_id', '=', commentId).execute();
}
