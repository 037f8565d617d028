import type { Actor } from '../record/entry.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { lockArticle } from './lock-article.ts';
import { publishDraft } from './save-article.ts';
import { dropSchedule } from './stage-rows.ts';

/**
 * The job of that name: publishes an article whose time has come, dated with that very time, however late the job
 * runs. Where another time was set or it was published meanwhile, it does nothing. What may not be published is kept
 * with the reason.
 */
export async function publishDue(site: Site, { id, at }: { id: string; at: string }): Promise<void> {
  await site.store.write((tx) => publishIn(site, tx, { id, at }));
}

/** Publishes everything whose time has come, whether or not its job is there. Answers how many were looked at. */
export async function publishOverdue(site: Site): Promise<number> {
  const due = await site.store.read
    .selectFrom('article_schedules')
    .select(['article_id', 'publish_at'])
    .where('publish_at', '<=', site.clock.now().toISOString())
    .orderBy('publish_at')
    .execute();
  for (const { article_id, publish_at } of due) await publishDue(site, { id: article_id, at: publish_at });
  return due.length;
}

/** The article's row is locked first: of two workers the second finds no time set any more. */
async function publishIn(site: Site, tx: Db, { id, at }: { id: string; at: string }): Promise<void> {
  if (!(await lockArticle(tx, id))) return;
  const set = await tx
    .selectFrom('article_schedules')
    .selectAll()
    .where('article_id', '=', id)
    .where('publish_at', '=', at)
    .executeTakeFirst();
  if (!set) return;
  const editor = { actor: { role: set.set_by_role as Actor['role'] }, staffId: set.set_by };
  const published = await publishDraft(site, tx, { id, editor, at: new Date(at) });
  if (published.ok) return;
  await dropSchedule(tx, id);
  const { publish_at, local_time, time_zone } = set;
  await tx
    .insertInto('article_missed_times')
    .values({
      ...{ article_id: id, publish_at, local_time, time_zone },
      ...{ missed_at: site.clock.now().toISOString(), sentence: published.sentence },
    })
    .execute();
}
