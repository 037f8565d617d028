import { newId } from '../lib/ids.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { lastSettled } from './reports/queries.ts';
import { undoMilliseconds } from './undo-time.ts';

/** A decision that somebody took first: one of the kept ones, or a release that was pressed and has yet to take effect. */
export type FirstDecision = {
  kind: string;
  at: string;
  byRole: string;
  byStaff: string | null;
  byName: string | null;
  reason: string | null;
};

/** What was last decided on a response, with who did; null where nothing was. */
export async function firstDecision(db: Db, id: string): Promise<FirstDecision | null> {
  const row = await db.selectFrom('comments').select('state').where('id', '=', id).executeTakeFirst();
  if (row?.state === 'held') return pressed(db, id);
  return (await pressedKeep(db, id)) ?? later(await kept(db, id), await settled(db, id));
}

const later = (one: FirstDecision | null, other: FirstDecision | null) =>
  one !== null && other !== null ? (one.at < other.at ? other : one) : (one ?? other);

/** The reports on it, where they were kept: a removal is a decision of its own. */
async function settled(db: Db, id: string): Promise<FirstDecision | null> {
  const last = await lastSettled(db, id);
  if (last?.outcome !== 'kept') return null;
  const { at, byRole, byStaff, byName } = last;
  return { kind: 'keep', at, byRole, byStaff, byName, reason: null };
}

async function pressedKeep(db: Db, id: string): Promise<FirstDecision | null> {
  const row = await db
    .selectFrom('report_items')
    .select(['keep_at', 'keep_by'])
    .where('comment_id', '=', id)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return row?.keep_at && row.keep_by
    ? pressOf(db, { kind: 'press-keep', at: row.keep_at, by: row.keep_by })
    : null;
}

async function pressed(db: Db, id: string): Promise<FirstDecision | null> {
  const row = await db
    .selectFrom('comments')
    .select(['release_at', 'release_by'])
    .where('id', '=', id)
    .where('release_at', 'is not', null)
    .executeTakeFirst();
  if (!row?.release_by || row.release_at === null) return null;
  return pressOf(db, { kind: 'press', at: row.release_at, by: row.release_by });
}

type Press = { kind: string; at: string; by: string };

/** A press by when it takes effect and whose it is (JSON). */
async function pressOf(db: Db, { kind, ...press }: Press): Promise<FirstDecision> {
  const by = JSON.parse(press.by) as { actor: { role: string }; staffId: string | null };
  const staff =
    by.staffId === null
      ? undefined
      : await db.selectFrom('staff').select('name').where('id', '=', by.staffId).executeTakeFirst();
  const at = new Date(Date.parse(press.at) - undoMilliseconds).toISOString();
  return {
    ...{ kind, at, byRole: by.actor.role, byStaff: by.staffId },
    ...{ byName: staff?.name ?? null, reason: null },
  };
}

async function kept(db: Db, id: string): Promise<FirstDecision | null> {
  const row = await db
    .selectFrom('comment_decisions')
    .leftJoin('staff', 'staff.id', 'comment_decisions.by_staff')
    .select(['kind', 'at', 'by_role', 'by_staff', 'reason_label', 'staff.name'])
    .where('comment_id', '=', id)
    .orderBy('comment_decisions.id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...{ kind: row.kind, at: row.at, byRole: row.by_role, byStaff: row.by_staff },
    ...{ byName: row.name, reason: row.reason_label },
  };
}

export type Wanted = 'release' | 'remove' | 'keep';

/**
 * Keeps that somebody decided where somebody else had, so that both are told. Inside the transaction of the later one,
 * before it changes anything. Nothing where one of them is nobody of the staff, or both are the same.
 */
export async function keepLate(
  site: Site,
  tx: Db,
  { id, staffId, wanted }: { id: string; staffId: string | null; wanted: Wanted },
): Promise<void> {
  const first = await firstDecision(tx, id);
  if (staffId === null || !first?.byStaff || first.byStaff === staffId) return;
  await tx
    .insertInto('late_decisions')
    .values({
      ...{ id: newId(site.clock, site.random), comment_id: id, at: site.clock.now().toISOString() },
      ...{ wanted, by_staff: staffId, first: first.kind, first_staff: first.byStaff },
    })
    .execute();
}

/** That two decided on one response. `mine` where the reader was the later one; `other` is the one who is not the reader. */
export type LateDecision = {
  at: string;
  writer: string;
  wanted: Wanted;
  first: string;
  mine: boolean;
  other: string;
};

const mostTold = 5;

/** What somebody has to know of: where they decided late, or somebody else did after them, since a time; the newest first. */
export async function lateDecisions(
  db: Db,
  { staffId, since }: { staffId: string; since: string },
): Promise<LateDecision[]> {
  const rows = await db
    .selectFrom('late_decisions')
    .innerJoin('comments', 'comments.id', 'late_decisions.comment_id')
    .innerJoin('staff as later', 'later.id', 'late_decisions.by_staff')
    .innerJoin('staff as earlier', 'earlier.id', 'late_decisions.first_staff')
    .select(['late_decisions.at', 'comments.name', 'wanted', 'first', 'late_decisions.by_staff'])
    .select(['later.name as later', 'earlier.name as earlier'])
    .where((eb) => eb.or([eb('late_decisions.by_staff', '=', staffId), eb('first_staff', '=', staffId)]))
    .where('late_decisions.at', '>', since)
    .orderBy('late_decisions.id', 'desc')
    .limit(mostTold)
    .execute();
  return rows.map((row) => {
    const mine = row.by_staff === staffId;
    return {
      ...{ at: row.at, writer: row.name, wanted: row.wanted, first: row.first, mine },
      other: mine ? row.earlier : row.later,
    };
  });
}
