import { readEditable } from '../../articles/queries.ts';
import { openMark, wordsHash } from '../../articles/unread.ts';
import { localMoment, localTextOf } from '../../lib/local-times.ts';
import type { Db } from '../../store/schema.ts';
import type {
  MissedView,
  PublishingFacts,
  ReviewView,
  RiskView,
  ScheduleView,
  WithdrawalView,
} from './publishing-view.ts';

/** Everything that an article's publishing page shows of it; null where there is no such article. */
export async function readPublishing(
  db: Db,
  { id, timeZone, staffId, now }: { id: string; timeZone: string; staffId: string; now: string },
): Promise<PublishingFacts | null> {
  const article = await readEditable(db, id);
  if (article === null) return null;
  return {
    article,
    schedule: await readSchedule(db, { id, timeZone }),
    missed: await readMissed(db, id),
    reviews: await listReviews(db, { id, staffId }),
    withdrawals: await listWithdrawals(db, id),
    formerPaths: await formerPaths(db, id),
    risk: await readRisk(db, { id, staffId }),
    previews: await goodPreviews(db, { id, now }),
    pin: await readPin(db, { id, now }),
  };
}

const mostReviews = 20;

async function listReviews(db: Db, { id, staffId }: { id: string; staffId: string }): Promise<ReviewView[]> {
  const rows = await db
    .selectFrom('article_reviews')
    .leftJoin('staff as askers', 'askers.id', 'article_reviews.asked_by')
    .leftJoin('staff as closers', 'closers.id', 'article_reviews.closed_by')
    .select(['article_reviews.id', 'asked_at', 'asked_by', 'note', 'closed_at', 'outcome', 'answer'])
    .select(['askers.name as asker', 'closers.name as closer'])
    .where('article_id', '=', id)
    .orderBy('asked_at', 'desc')
    .orderBy('article_reviews.id', 'desc')
    .limit(mostReviews)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    askedAt: row.asked_at,
    askedBy: row.asker,
    mine: row.asked_by === staffId,
    note: row.note,
    closedAt: row.closed_at,
    closedBy: row.closer,
    outcome: row.outcome,
    answer: row.answer ?? '',
  }));
}

async function readSchedule(
  db: Db,
  { id, timeZone }: { id: string; timeZone: string },
): Promise<ScheduleView | null> {
  const row = await db
    .selectFrom('article_schedules')
    .leftJoin('staff', 'staff.id', 'article_schedules.set_by')
    .select(['publish_at', 'local_time', 'time_zone', 'set_at', 'staff.name'])
    .where('article_id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const moment = localMoment(row.local_time, row.time_zone);
  return {
    publishAt: row.publish_at,
    local: row.local_time,
    timeZone: row.time_zone,
    second: moment.kind === 'twice' && moment.at === row.publish_at ? moment.second : null,
    localNow: row.time_zone === timeZone ? null : localTextOf(row.publish_at, timeZone),
    setAt: row.set_at,
    setBy: row.name,
  };
}

async function readMissed(db: Db, id: string): Promise<MissedView | null> {
  const row = await db
    .selectFrom('article_missed_times')
    .select(['publish_at', 'sentence'])
    .where('article_id', '=', id)
    .executeTakeFirst();
  return row ? { publishAt: row.publish_at, sentence: row.sentence } : null;
}

async function listWithdrawals(db: Db, id: string): Promise<WithdrawalView[]> {
  const rows = await db
    .selectFrom('article_withdrawals')
    .leftJoin('staff', 'staff.id', 'article_withdrawals.by_staff')
    .select(['at', 'staff.name', 'reason_code', 'note', 'restored_at'])
    .where('article_id', '=', id)
    .orderBy('article_withdrawals.id', 'desc')
    .execute();
  return rows.map((row) => ({
    at: row.at,
    by: row.name,
    reason: row.reason_code,
    note: row.note,
    restoredAt: row.restored_at,
  }));
}

async function formerPaths(db: Db, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('article_moves')
    .innerJoin('articles', 'articles.id', 'article_moves.article_id')
    .select('from_path')
    .where('article_id', '=', id)
    .whereRef('from_path', '!=', 'articles.path')
    .orderBy('article_moves.number', 'desc')
    .execute();
  return [...new Set(rows.map((row) => row.from_path))];
}

async function readRisk(db: Db, { id, staffId }: { id: string; staffId: string }): Promise<RiskView> {
  const words = await wordsHash(db, id);
  const mark = await openMark(db, id);
  const own = await db
    .selectFrom('article_writers')
    .select('staff_id')
    .where('article_id', '=', id)
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  const readings = await db
    .selectFrom('article_readings')
    .innerJoin('staff', 'staff.id', 'article_readings.staff_id')
    .select(['at', 'staff.name as by', 'words_hash'])
    .where('article_id', '=', id)
    .orderBy('at', 'desc')
    .execute();
  const overrides = await db
    .selectFrom('article_overrides')
    .leftJoin('staff', 'staff.id', 'article_overrides.by_staff')
    .select(['at', 'staff.name as by', 'reason', 'words_hash', 'used_at'])
    .where('article_id', '=', id)
    .orderBy('at', 'desc')
    .execute();
  return {
    mark: mark ? { at: mark.set_at, by: await nameOf(db, mark.set_by), reason: mark.reason } : null,
    words,
    own: own !== undefined,
    readings: readings.map(({ at, by, words_hash }) => ({ at, by, current: words_hash === words })),
    overrides: overrides.map(({ at, by, reason, words_hash, used_at }) => ({
      ...{ at, by, reason },
      current: words_hash === words,
      pending: words_hash === null && used_at === null,
    })),
  };
}

async function nameOf(db: Db, staffId: string | null): Promise<string | null> {
  if (staffId === null) return null;
  const row = await db.selectFrom('staff').select('name').where('id', '=', staffId).executeTakeFirst();
  return row?.name ?? null;
}

async function goodPreviews(db: Db, { id, now }: { id: string; now: string }) {
  const rows = await db
    .selectFrom('article_previews')
    .leftJoin('staff', 'staff.id', 'article_previews.made_by')
    .select(['article_previews.id', 'expires_at', 'staff.name'])
    .where('article_id', '=', id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('article_previews.id')
    .execute();
  return rows.map((row) => ({ id: row.id, expiresAt: row.expires_at, by: row.name }));
}

async function readPin(db: Db, { id, now }: { id: string; now: string }) {
  const row = await db
    .selectFrom('article_pins')
    .select('until')
    .where('article_id', '=', id)
    .executeTakeFirst();
  return row === undefined || (row.until !== null && row.until <= now) ? null : { until: row.until };
}
