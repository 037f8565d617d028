import type { Site } from '../../site.ts';
import type { Db, Time } from '../../store/schema.ts';

/** How often somebody is written to when something waits for them. */
export const digests = ['off', 'hourly', 'daily'] as const;
export type Digest = (typeof digests)[number];

/** Whether a text is one of them. */
export const isDigest = (text: string): text is Digest => digests.some((each) => each === text);

/** Chooses for oneself. What waits at that moment is no news. */
export async function chooseDigest(
  site: Site,
  { staffId, digest }: { staffId: string; digest: Digest },
): Promise<void> {
  const told_at = site.clock.now().toISOString();
  await site.store.write((tx) =>
    tx
      .insertInto('moderator_news')
      .values({ staff_id: staffId, digest, told_at })
      .onConflict((conflict) => conflict.column('staff_id').doUpdateSet({ digest, told_at }))
      .execute(),
  );
}

/** What somebody chose, and since when there is a feed of theirs. */
export type OwnNews = { digest: Digest; feedMadeAt: Time | null };

/** What they chose; nothing is sent to whoever never did. */
export async function ownNews(db: Db, staffId: string): Promise<OwnNews> {
  const row = await db
    .selectFrom('moderator_news')
    .select(['digest', 'feed_made_at'])
    .where('staff_id', '=', staffId)
    .executeTakeFirst();
  return { digest: row?.digest ?? 'off', feedMadeAt: row?.feed_made_at ?? null };
}
