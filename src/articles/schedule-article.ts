import { enqueue } from '../jobs/enqueue.ts';
import { timeText } from '../lib/dates.ts';
import { localMoment, localTextOf } from '../lib/local-times.ts';
import { done, type Outcome, type Refusal, refuse } from '../lib/refusal.ts';
import { settingsIn } from '../publication/queries.ts';
import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import type { Editor } from './keep-revision.ts';
import { lockArticle, noArticle } from './lock-article.ts';
import { closeReview, dropSchedule } from './stage-rows.ts';
import { whyUnread } from './unread.ts';

/** A time for an article. `local` is `YYYY-MM-DDTHH:MM` in the publication's zone. */
export type WantedTime = {
  id: string;
  local: string;
  /** The UTC time that its editor saw it scheduled for, null for none; left out where nobody looked. */
  seen?: string | null;
};

const mostYears = 10;

/**
 * Sets the time at which a draft is published by itself. One that comes twice is the first. Refusals: `no-article`,
 * `already-published`, `stale` (another time was set since), `bad-time`, `skipped-time`, `past-time`, `far-time`, `needs-reader`.
 */
export async function scheduleArticle(
  site: Site,
  editor: Editor,
  wanted: WantedTime,
): Promise<Outcome<{ at: string }>> {
  return site.store.write((tx) => scheduleDraft(site, tx, { ...wanted, editor }));
}

/** The same inside the caller's transaction. */
export async function scheduleDraft(
  site: Site,
  tx: Db,
  { editor, ...wanted }: WantedTime & { editor: Editor },
): Promise<Outcome<{ at: string }>> {
  const refused = (await whyNot(tx, wanted)) ?? (await whyUnread(tx, wanted.id));
  if (refused) return refused;
  const { id, local } = wanted;
  const settings = await settingsIn(tx);
  const timeZone = settings['time-zone'];
  const time = timeOf(site, local, { locale: settings.locale, timeZone });
  if (!time.ok) return time;
  const { at } = time.value;
  await dropSchedule(tx, id);
  await keepSchedule(site, tx, { id, editor, at, timeZone });
  await closeReview(site, tx, { id, editor, outcome: 'scheduled' });
  return done({ at });
}

/**
 * After the publication's time zone was changed: keeps the moment that was set, told in the zone as it now is.
 * Refusals: `no-article`, `already-published`, `not-scheduled`.
 */
export async function keepMoment(site: Site, editor: Editor, id: string): Promise<Outcome<{ at: string }>> {
  return site.store.write(async (tx) => {
    const refused = await whyNot(tx, { id, local: '' });
    if (refused) return refused;
    const set = await scheduleIn(tx, id);
    if (!set) return notScheduled();
    const timeZone = (await settingsIn(tx))['time-zone'];
    await dropSchedule(tx, id);
    await keepSchedule(site, tx, { id, editor, at: set.publish_at, timeZone });
    return done({ at: set.publish_at });
  });
}

/** Takes the time away: the article is a draft again. Refusals: `no-article`, `already-published`, `not-scheduled`. */
export async function unscheduleArticle(
  site: Site,
  editor: Editor,
  id: string,
): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    const refused = await whyNot(tx, { id, local: '' });
    if (refused) return refused;
    if (!(await dropSchedule(tx, id))) return notScheduled();
    await enter(site, tx, { id, editor, action: 'article.unschedule' });
    return done({ id });
  });
}

function notScheduled(): Refusal {
  return refuse('not-scheduled', 'No time is set for this article: somebody took it away already.');
}

async function whyNot(tx: Db, { id, seen }: WantedTime): Promise<Refusal | null> {
  const article = await lockArticle(tx, id);
  if (!article) return noArticle();
  if (article.state !== 'draft')
    return refuse('already-published', 'This article has been published: it needs no time any more.');
  const set = await scheduleIn(tx, id);
  return seen === undefined || seen === (set?.publish_at ?? null)
    ? null
    : refuse(
        'stale',
        'Somebody else changed the time of this article since you opened it: look at it again.',
      );
}

function scheduleIn(tx: Db, id: string) {
  return tx
    .selectFrom('article_schedules')
    .select('publish_at')
    .where('article_id', '=', id)
    .executeTakeFirst();
}

/** The moment in UTC of what was typed, or why it cannot be. */
function timeOf(
  site: Site,
  local: string,
  style: { locale: string; timeZone: string },
): Outcome<{ at: string }> {
  const moment = localMoment(local, style.timeZone);
  if (moment.kind === 'none')
    return refuse('bad-time', 'Give a day and a time of the calendar, such as 2026-03-12T06:30.', 'time');
  if (moment.kind === 'skipped') {
    const [before, after] = [timeText(moment.before, style), timeText(moment.after, style)];
    return refuse(
      'skipped-time',
      `That time does not come in ${style.timeZone}: clocks go forward over it. The nearest that come are ${before} and ${after}: choose one.`,
      'time',
    );
  }
  const now = site.clock.now();
  if (Date.parse(moment.at) <= now.getTime())
    return refuse(
      'past-time',
      `${timeText(moment.at, style)} is past: it is now ${timeText(now.toISOString(), style)}. Choose a later time, or publish it now.`,
      'time',
    );
  if (new Date(moment.at).getUTCFullYear() - now.getUTCFullYear() > mostYears)
    return refuse('far-time', `That is more than ${mostYears} years away: check the year.`, 'time');
  return done({ at: moment.at });
}

type NewSchedule = { id: string; editor: Editor; at: string; timeZone: string };

async function keepSchedule(site: Site, tx: Db, { id, editor, at, timeZone }: NewSchedule): Promise<void> {
  await tx
    .insertInto('article_schedules')
    .values({
      article_id: id,
      publish_at: at,
      local_time: localTextOf(at, timeZone),
      time_zone: timeZone,
      set_at: site.clock.now().toISOString(),
      set_by: editor.staffId,
      set_by_role: editor.actor.role,
    })
    .execute();
  await enqueue(site, tx, { kind: 'article.publish-due', payload: { id, at }, dueAt: at });
  await enter(site, tx, { id, editor, action: 'article.schedule' });
}

type Done = { id: string; editor: Editor; action: 'article.schedule' | 'article.unschedule' };

/** When an article is to appear is nobody's business but the desk's. */
async function enter(site: Site, tx: Db, { id, editor, action }: Done): Promise<void> {
  await appendEntry(site, tx, {
    action,
    by: editor.actor,
    subject: { type: 'article', id },
    visibility: 'private',
  });
}
