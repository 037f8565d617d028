import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';

const day = 86_400_000;
/** An address to which no outcome could be brought is forgotten so long after it. */
const undelivered = 7 * day;

/**
 * Forgets who reported: the keyed hashes of network addresses that came before a time, and mail addresses whose outcome
 * is seven days old.
 */
export async function forgetReporters(site: Site, before: string): Promise<void> {
  const outcomeBefore = new Date(site.clock.now().getTime() - undelivered).toISOString();
  await site.store.write(async (tx) => {
    await tx
      .updateTable('reports')
      .set({ address_hash: null })
      .where('address_hash', 'is not', null)
      .where('at', '<', before)
      .execute();
    await tx
      .updateTable('reports')
      .set({ email: null })
      .where('email', 'is not', null)
      .where('item_id', 'in', (eb) =>
        eb.selectFrom('report_items').select('id').where('closed_at', '<', outcomeBefore),
      )
      .execute();
  });
}

/** What reporters wrote of a response goes with its words or its name, which it may repeat. Inside the erasing transaction. */
export async function dropReportTexts(tx: Db, commentId: string): Promise<void> {
  await tx
    .updateTable('reports')
    .set({ text: '' })
    .where('item_id', 'in', (eb) =>
      eb.selectFrom('report_items').select('id').where('report_items.comment_id', '=', commentId),
    )
    .execute();
}
