import { enqueue } from '../jobs/enqueue.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

/** The job that finds out who wants to be told of a response. */
export const newsKind = 'letters.news';

/** Asks for that, in the transaction that publishes the response, where anybody might. */
export async function tellSubscribers(
  site: Site,
  tx: Db,
  { id, articleId }: { id: string; articleId: string },
): Promise<void> {
  const any = await tx
    .selectFrom('letter_subscriptions')
    .select('id')
    .where('article_id', '=', articleId)
    .limit(1)
    .executeTakeFirst();
  if (!any) return;
  await enqueue(site, tx, { kind: newsKind, payload: { id }, dueAt: site.clock.now().toISOString() });
}

/**
 * Forgets, with a response or its name, who wanted letters about it, and the addresses that want no others. What waits
 * to be told of it is told to nobody.
 */
export async function forgetSubscribers(tx: Db, id: string): Promise<void> {
  const asked = await tx
    .deleteFrom('letter_subscriptions')
    .where('comment_id', '=', id)
    .returning('address_id')
    .execute();
  for (const { address_id } of asked) {
    const other = await tx
      .selectFrom('letter_subscriptions')
      .select('id')
      .where('address_id', '=', address_id)
      .limit(1)
      .executeTakeFirst();
    if (other) continue;
    await tx.deleteFrom('letter_news').where('address_id', '=', address_id).execute();
    await tx.deleteFrom('letter_addresses').where('id', '=', address_id).execute();
  }
}
