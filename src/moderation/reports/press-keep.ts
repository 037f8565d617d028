import { settleReports } from '../../comments/reports/settle-reports.ts';
import { enqueue } from '../../jobs/enqueue.ts';
import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { lockComment, type Moderator, restoreIn } from '../decide.ts';
import { keepLate } from '../late-decision.ts';
import { ownResponseRefusal } from '../own-response.ts';
import { undoMilliseconds } from '../undo-time.ts';

/** The job by which the reports on a response are settled once the time in which that can be undone is over. */
export const keepKind = 'report.keep';

type Pressing = { id: string; moderator: Moderator };

/**
 * Presses keep: the response stays, and all reports on it are settled in ten seconds unless that is undone. Refusals:
 * `no-comment`, `already-decided`, `own-response`.
 */
export async function pressKeep(site: Site, { id, moderator }: Pressing): Promise<Outcome<{ at: string }>> {
  return site.store.write(async (tx) => {
    if (!(await lockComment(tx, id))) return refuse('no-comment', 'There is no such response.');
    const own = await ownResponseRefusal(tx, { id, moderator });
    if (own) return own;
    const at = new Date(site.clock.now().getTime() + undoMilliseconds).toISOString();
    const row = await tx
      .updateTable('report_items')
      .set({ keep_at: at, keep_by: JSON.stringify(moderator) })
      .where('comment_id', '=', id)
      .where('closed_at', 'is', null)
      .where('keep_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!row) {
      await keepLate(site, tx, { id, staffId: moderator.staffId, wanted: 'keep' });
      return refuse('already-decided', 'The reports on this response were decided already.');
    }
    await enqueue(site, tx, { kind: keepKind, payload: { id, at }, dueAt: at });
    return done({ at });
  });
}

/** Undoes a decision to keep that has not yet taken effect. Refusal: `too-late`. */
export async function undoKeep(site: Site, id: string): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const row = await tx
      .updateTable('report_items')
      .set({ keep_at: null, keep_by: null })
      .where('comment_id', '=', id)
      .where('closed_at', 'is', null)
      .where('keep_at', 'is not', null)
      .returning('id')
      .executeTakeFirst();
    return row
      ? done({ id })
      : refuse(
          'too-late',
          'It is too late to undo this: the reports are settled. The response itself can still be removed.',
        );
  });
}

/** The job of that name: settles the reports if the press still stands. */
export async function keepTakesEffect(site: Site, { id, at }: { id: string; at: string }): Promise<void> {
  await site.store.write(async (tx) => {
    await lockComment(tx, id);
    const row = await tx
      .selectFrom('report_items')
      .select('keep_by')
      .where('comment_id', '=', id)
      .where('closed_at', 'is', null)
      .where('keep_at', '=', at)
      .executeTakeFirst();
    if (!row?.keep_by) return;
    await keepIn(site, tx, { id, moderator: JSON.parse(row.keep_by) as Moderator });
  });
}

/** What the reports alone held back is shown again; what a complaint is considered of is its case's. */
async function keepIn(site: Site, tx: Db, { id, moderator }: Pressing): Promise<void> {
  const settled = await settleReports(site, tx, { commentId: id, outcome: 'kept', by: moderator });
  if (settled === null || settled.withheldAt === null || (await hasOpenCase(tx, id))) return;
  const comment = await lockComment(tx, id);
  if (comment?.state === 'removed' && comment.withheld_at !== null)
    await restoreIn(site, tx, { id, moderator });
}

async function hasOpenCase(tx: Db, commentId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('cases')
    .select('id')
    .where('comment_id', '=', commentId)
    .where('closed_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
