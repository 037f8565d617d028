import type { Site } from '../../site.ts';
import { queueLetter } from '../../staff/letters.ts';
import { activeStaffById } from '../../staff/queries.ts';
import { countWaiting } from '../waiting/queries.ts';
import { everything, kindsFor, sumOf } from '../waiting/waiting.ts';
import type { Digest } from './choose-digest.ts';

const minute = 60_000;
/** A little less than an hour and a day: whoever looks each hour finds it over. */
const spans: Record<Digest, number> = {
  off: Number.POSITIVE_INFINITY,
  hourly: 55 * minute,
  daily: 1_435 * minute,
};

/**
 * Writes to each of those who moderate, as often as they chose, where something came since they were last written to and
 * still waits. The letter has numbers alone. Answers how many were written to.
 */
export async function tellModerators(site: Site): Promise<number> {
  if (site.mail === null) return 0;
  const rows = await site.store.read
    .selectFrom('moderator_news')
    .select(['staff_id', 'digest', 'told_at'])
    .where('digest', '<>', 'off')
    .execute();
  let told = 0;
  for (const { staff_id: id, digest, told_at: since } of rows)
    if (site.clock.now().getTime() - Date.parse(since ?? '1970-01-01') >= spans[digest])
      told += (await tell(site, { id, since })) ? 1 : 0;
  return told;
}

/** The time is set only where it is still the one that was read: of two processes one writes. */
async function tell(site: Site, { id, since }: { id: string; since: string | null }): Promise<boolean> {
  const staff = await activeStaffById(site.store.read, id);
  const kinds = staff ? kindsFor(staff.role) : [];
  const asked = { filter: everything, kinds, now: site.clock.now().toISOString() };
  const fresh = await countWaiting(site.store.read, { ...asked, since: since ?? '' });
  if (sumOf(fresh) === 0) return false;
  const counts = await countWaiting(site.store.read, asked);
  return site.store.write(async (tx) => {
    const taken = await tx
      .updateTable('moderator_news')
      .set({ told_at: site.clock.now().toISOString() })
      .where('staff_id', '=', id)
      .where('told_at', since === null ? 'is' : '=', since)
      .where('digest', '<>', 'off')
      .executeTakeFirst();
    if (Number(taken.numUpdatedRows) === 0) return false;
    await queueLetter(site, tx, { about: 'waiting', staffId: id, counts });
    return true;
  });
}
