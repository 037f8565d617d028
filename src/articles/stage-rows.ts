import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import type { Editor } from './keep-revision.ts';

/** What ended a review: an answer, or a press that made one unnecessary. */
export type ReviewOutcome = 'approved' | 'sent-back' | 'taken-back' | 'scheduled' | 'published';

/** Ends an article's open review, if there is one. Answers whether there was. */
export async function closeReview(
  site: Site,
  tx: Db,
  {
    id,
    editor,
    outcome,
    answer = '',
  }: { id: string; editor: Editor; outcome: ReviewOutcome; answer?: string },
): Promise<boolean> {
  const closed = await tx
    .updateTable('article_reviews')
    .set({ closed_at: site.clock.now().toISOString(), closed_by: editor.staffId, outcome, answer })
    .where('article_id', '=', id)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return closed !== undefined;
}

/** Takes away the time at which an article was to appear. Answers whether there was one. */
export async function dropSchedule(tx: Db, id: string): Promise<boolean> {
  await tx.deleteFrom('article_missed_times').where('article_id', '=', id).execute();
  const dropped = await tx
    .deleteFrom('article_schedules')
    .where('article_id', '=', id)
    .returning('article_id')
    .executeTakeFirst();
  return dropped !== undefined;
}

/** Remembers who saved words of an article. */
export async function noteWriter(
  site: Site,
  tx: Db,
  { id, staffId }: { id: string; staffId: string | null },
): Promise<void> {
  if (staffId === null) return;
  await tx
    .insertInto('article_writers')
    .values({ article_id: id, staff_id: staffId, first_at: site.clock.now().toISOString() })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
