import { settleReports } from '../../comments/reports/settle-reports.ts';
import { type Outcome, refuse } from '../../lib/refusal.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { lockComment, type Moderator, restoreIn } from '../decide.ts';
import { ownResponseRefusal } from '../own-response.ts';
import { actOnPress, type Pressable, pressIn, undoPress } from '../press.ts';

/** The job by which the reports on a response are settled once the time in which that can be undone is over. */
export const keepKind = 'report.keep';

const keep: Pressable = {
  ...{ job: keepKind, wanted: 'keep' },
  say: {
    decided: 'The reports on this response were decided already.',
    late: 'It is too late to undo this: the reports are settled. The response itself can still be removed.',
  },
  async keep(_site, tx, { id, at, by }) {
    const row = await tx
      .updateTable('report_items')
      .set({ keep_at: at, keep_by: by })
      .where('comment_id', '=', id)
      .where('closed_at', 'is', null)
      .where('keep_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  },
  async takeBack(tx, id) {
    const row = await tx
      .updateTable('report_items')
      .set({ keep_at: null, keep_by: null })
      .where('comment_id', '=', id)
      .where('closed_at', 'is', null)
      .where('keep_at', 'is not', null)
      .returning('id')
      .executeTakeFirst();
    return row !== undefined;
  },
  async whose(tx, { id, at }) {
    await lockComment(tx, id);
    const row = await tx
      .selectFrom('report_items')
      .select('keep_by')
      .where('comment_id', '=', id)
      .where('closed_at', 'is', null)
      .where('keep_at', '=', at)
      .executeTakeFirst();
    return row?.keep_by ?? null;
  },
  act: keepIn,
};

type Pressing = { id: string; moderator: Moderator };

/**
 * Presses keep: the response stays, and all reports on it are settled in ten seconds unless that is undone. Refusals:
 * `no-comment`, `already-decided`, `own-response`.
 */
export async function pressKeep(site: Site, pressing: Pressing): Promise<Outcome<{ at: string }>> {
  return site.store.write(async (tx) => {
    if (!(await lockComment(tx, pressing.id))) return refuse('no-comment', 'There is no such response.');
    return (await ownResponseRefusal(tx, pressing)) ?? pressIn({ site, tx }, keep, pressing);
  });
}

/** Undoes a decision to keep that has not yet taken effect. Refusal: `too-late`. */
export async function undoKeep(site: Site, id: string): Promise<Outcome<{ id: string }>> {
  return undoPress(site, keep, id);
}

/** The job of that name. */
export async function keepTakesEffect(site: Site, pressed: { id: string; at: string }): Promise<void> {
  await actOnPress(site, keep, pressed);
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
