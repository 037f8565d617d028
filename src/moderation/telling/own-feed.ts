import { newSecret, sha256 } from '../../lib/ids.ts';
import type { Site } from '../../site.ts';
import { may } from '../../staff/permissions.ts';
import { activeStaffById } from '../../staff/queries.ts';
import type { Staff } from '../../staff/staff.ts';

/** Makes the secret address of somebody’s own feed; an older one leads nowhere from then on. Kept as a hash: answered once. */
export async function makeFeed(site: Site, staffId: string): Promise<{ path: string }> {
  const secret = newSecret(site.random);
  const feed = { feed_hash: sha256(secret), feed_made_at: site.clock.now().toISOString() };
  await site.store.write((tx) =>
    tx
      .insertInto('moderator_news')
      .values({ staff_id: staffId, digest: 'off', ...feed })
      .onConflict((conflict) => conflict.column('staff_id').doUpdateSet(feed))
      .execute(),
  );
  return { path: `/feed/waiting/${secret}/` };
}

/** Ends it. */
export async function endFeed(site: Site, staffId: string): Promise<void> {
  await site.store.write((tx) =>
    tx
      .updateTable('moderator_news')
      .set({ feed_hash: null, feed_made_at: null })
      .where('staff_id', '=', staffId)
      .execute(),
  );
}

/** Whose feed a secret opens: somebody who is on the staff now and decides on responses; null for any other. */
export async function feedReader(site: Site, secret: string): Promise<Staff | null> {
  const row = await site.store.read
    .selectFrom('moderator_news')
    .select('staff_id')
    .where('feed_hash', '=', sha256(secret))
    .executeTakeFirst();
  const staff = row ? await activeStaffById(site.store.read, row.staff_id) : null;
  return staff && may(staff.role, 'comment.decide') ? staff : null;
}
