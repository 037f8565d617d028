import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

/** What stands in an opened form and is not saved: its fields as they were typed. */
export type WorkingCopy = {
  id: string;
  articleId: string;
  fields: Record<string, string>;
  basedOn: string;
  at: string;
};

type Kept = Omit<WorkingCopy, 'at'> & { staffId: string };

/** A form's fields, together, are no longer than this. */
const largest = 2_000_000;

/**
 * Keeps what somebody has typed so far. It changes nothing of the article. Of a form that was saved or thrown away
 * nothing is kept any more. Refusals: `too-long`, `not-yours` (a form of that id is somebody else's).
 */
export async function keepWorkingCopy(
  site: Site,
  copy: Kept,
): Promise<Outcome<{ at: string; isClosed: boolean }>> {
  const { id, articleId, staffId, basedOn } = copy;
  const fields = JSON.stringify(copy.fields);
  if (fields.length > largest) return refuse('too-long', 'This is too long to be kept: take something out.');
  const at = site.clock.now().toISOString();
  return site.store.write(async (tx) => {
    const before = await tx
      .selectFrom('working_copies')
      .select(['staff_id', 'closed_at'])
      .where('id', '=', id)
      .executeTakeFirst();
    if (before && before.staff_id !== staffId)
      return refuse('not-yours', 'This form is not yours: open the article again.');
    if (before?.closed_at) return done({ at, isClosed: true });
    const row = { id, article_id: articleId, staff_id: staffId, fields, based_on: basedOn, at };
    await tx
      .insertInto('working_copies')
      .values(row)
      .onConflict((conflict) => conflict.column('id').doUpdateSet({ fields, based_on: basedOn, at }))
      .execute();
    return done({ at, isClosed: false });
  });
}

type Closing = { articleId: string; staffId: string; ids: string[] };

/** Closes forms whose words were saved or thrown away: the words go, and none come after. */
export async function closeWorkingCopies(site: Site, { articleId, staffId, ids }: Closing): Promise<void> {
  if (ids.length === 0) return;
  const at = site.clock.now().toISOString();
  const closed = { fields: '{}', at, closed_at: at };
  await site.store.write(async (tx) => {
    for (const id of ids)
      await tx
        .insertInto('working_copies')
        .values({ id, article_id: articleId, staff_id: staffId, based_on: '', ...closed })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet(closed).where('working_copies.staff_id', '=', staffId),
        )
        .execute();
  });
}

/** Somebody's unsaved words for an article, newest first. */
export async function listWorkingCopies(db: Db, staffId: string, articleId: string): Promise<WorkingCopy[]> {
  const rows = await db
    .selectFrom('working_copies')
    .selectAll()
    .where('staff_id', '=', staffId)
    .where('article_id', '=', articleId)
    .where('closed_at', 'is', null)
    .orderBy('at', 'desc')
    .limit(10)
    .execute();
  return rows.map(asCopy);
}

/** Somebody's unsaved words for articles that were never saved, newest first. */
export async function listNewCopies(db: Db, staffId: string): Promise<WorkingCopy[]> {
  const rows = await db
    .selectFrom('working_copies')
    .leftJoin('articles', 'articles.id', 'working_copies.article_id')
    .selectAll('working_copies')
    .where('working_copies.staff_id', '=', staffId)
    .where('articles.id', 'is', null)
    .where('working_copies.closed_at', 'is', null)
    .orderBy('working_copies.at', 'desc')
    .limit(10)
    .execute();
  return rows.map(asCopy);
}

/** One of somebody's copies, or null. */
export async function readWorkingCopy(db: Db, staffId: string, id: string): Promise<WorkingCopy | null> {
  const row = await db
    .selectFrom('working_copies')
    .selectAll()
    .where('staff_id', '=', staffId)
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row ? asCopy(row) : null;
}

type Row = { id: string; article_id: string; fields: string; based_on: string; at: string };

function asCopy({ id, article_id, fields, based_on, at }: Row): WorkingCopy {
  return { id, articleId: article_id, fields: JSON.parse(fields), basedOn: based_on, at };
}

const keptMonths = 6;

/** Forgets unsaved words that nobody has come back to for half a year, and forms that were closed long ago. */
export async function forgetWorkingCopies(site: Site): Promise<void> {
  const before = new Date(site.clock.now());
  before.setUTCMonth(before.getUTCMonth() - keptMonths);
  const yesterday = new Date(site.clock.now().getTime() - 86_400_000).toISOString();
  await site.store.write(async (tx) => {
    await tx.deleteFrom('working_copies').where('at', '<', before.toISOString()).execute();
    await tx.deleteFrom('article_presence').where('seen_at', '<', yesterday).execute();
  });
}
