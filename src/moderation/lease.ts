import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

/** How long a held response is shown to others as somebody’s who has it open. */
export const leaseMilliseconds = 120_000;

/**
 * Says that somebody has a held response open, for two minutes from now; nobody is kept from deciding by it. Where
 * somebody else has it open already it stays theirs. Answers their name; null where it is the asker’s now, or nothing waits.
 */
export async function openHeld(
  site: Site,
  { id, staffId }: { id: string; staffId: string },
): Promise<string | null> {
  const now = site.clock.now();
  const until = new Date(now.getTime() + leaseMilliseconds).toISOString();
  return site.store.write(async (tx) => {
    await tx.deleteFrom('comment_leases').where('until', '<=', now.toISOString()).execute();
    const others = await heldOpenBy(tx, [id], { staffId, now });
    const other = others.get(id);
    if (other !== undefined) return other;
    const waits = await tx
      .selectFrom('comments')
      .select('id')
      .where('id', '=', id)
      .where((eb) =>
        eb.or([
          eb('state', '=', 'held'),
          eb.exists(
            eb
              .selectFrom('report_items')
              .select('report_items.id')
              .whereRef('report_items.comment_id', '=', 'comments.id')
              .where('closed_at', 'is', null),
          ),
        ]),
      )
      .executeTakeFirst();
    if (!waits) return null;
    await tx
      .insertInto('comment_leases')
      .values({ comment_id: id, staff_id: staffId, until })
      .onConflict((conflict) => conflict.column('comment_id').doUpdateSet({ staff_id: staffId, until }))
      .execute();
    return null;
  });
}

/** Which of these somebody else has open, with their names. */
export async function heldOpenBy(
  db: Db,
  ids: string[],
  { staffId, now }: { staffId: string; now: Date },
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('comment_leases')
    .innerJoin('staff', 'staff.id', 'comment_leases.staff_id')
    .select(['comment_id', 'staff.name'])
    .where('comment_id', 'in', ids)
    .where('staff_id', '<>', staffId)
    .where('until', '>', now.toISOString())
    .execute();
  return new Map(rows.map(({ comment_id, name }) => [comment_id, name]));
}
