import { enqueue } from '../../jobs/enqueue.ts';
import { appendEntry } from '../../record/append.ts';
import type { Actor } from '../../record/entry.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';

/** The job that tells a reporter what became of a report. */
export const reportNewsKind = 'mail.report';

/** Its payload: no address and no words. */
export type ReportMail = { id: string; at: string };

type Settling = {
  commentId: string;
  /** `gone`: its writer took the words back, or they were erased. */
  outcome: 'kept' | 'removed' | 'gone';
  /** The reason of a removal, as it reads. */
  reason?: string | null;
  by: { actor: Actor; staffId: string | null };
};

/**
 * Settles every report on a response that is open, in the transaction of what decided them; what staff decided is
 * entered in the record's private part. Reporters who left an address hear of it, and without a mail server the
 * addresses go at once. Answers the item that was closed, or null.
 */
export async function settleReports(
  site: Site,
  tx: Db,
  { commentId, outcome, reason = null, by }: Settling,
): Promise<{ id: string; withheldAt: string | null } | null> {
  const at = site.clock.now().toISOString();
  const item = await tx
    .updateTable('report_items')
    .set({
      ...{ closed_at: at, outcome, reason_label: reason, keep_at: null, keep_by: null },
      ...{ by_role: by.actor.role, by_staff: by.staffId },
    })
    .where('comment_id', '=', commentId)
    .where('closed_at', 'is', null)
    .returning(['id', 'article_id', 'withheld_at'])
    .executeTakeFirst();
  if (!item) return null;
  if (outcome !== 'gone') {
    const { number } = await tx
      .selectFrom('comments')
      .select('number')
      .where('id', '=', commentId)
      .executeTakeFirstOrThrow();
    await appendEntry(site, tx, {
      ...{ action: 'report.settle', by: by.actor, reason: outcome, visibility: 'private' },
      subject: { type: 'comment', id: commentId, article: item.article_id, ...(number && { number }) },
    });
  }
  await tellReporters(site, tx, { itemId: item.id, at });
  return { id: item.id, withheldAt: item.withheld_at };
}

async function tellReporters(
  site: Site,
  tx: Db,
  { itemId, at }: { itemId: string; at: string },
): Promise<void> {
  if (site.mail === null) {
    await tx.updateTable('reports').set({ email: null }).where('item_id', '=', itemId).execute();
    return;
  }
  const waiting = await tx
    .selectFrom('reports')
    .select('id')
    .where('item_id', '=', itemId)
    .where('email', 'is not', null)
    .execute();
  for (const { id } of waiting) {
    const payload: ReportMail = { id, at };
    await enqueue(site, tx, { kind: reportNewsKind, payload, dueAt: at });
  }
}
