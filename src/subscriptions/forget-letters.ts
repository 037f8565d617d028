import type { Site } from '../site.ts';
import { refusedMilliseconds, unconfirmedMilliseconds } from './address.ts';

const day = 86_400_000;

/**
 * Forgets addresses that nobody has said yes for in seven days, and those that their server refused thirty days ago,
 * with what was asked for them; and of letters that were sent, after two days, that they were.
 */
export async function forgetLetters(site: Site): Promise<void> {
  const now = site.clock.now().getTime();
  const before = new Date(now - unconfirmedMilliseconds).toISOString();
  const told = new Date(now - 2 * day).toISOString();
  const refused = new Date(now - refusedMilliseconds).toISOString();
  const [old, stopped, sent] = await Promise.all([
    site.store.read
      .selectFrom('letter_addresses')
      .select('id')
      .where('confirmed_at', 'is', null)
      .where('asked_at', '<', before)
      .limit(1_000)
      .execute(),
    site.store.read
      .selectFrom('letter_addresses')
      .select('id')
      .where('stopped_at', '<', refused)
      .limit(1_000)
      .execute(),
    site.store.read
      .selectFrom('letter_news')
      .select('sent_at')
      .where('sent_at', '<', told)
      .limit(1)
      .execute(),
  ]);
  const unanswered = await site.store.read
    .selectFrom('letter_subscriptions')
    .select('id')
    .where('agreed_at', 'is', null)
    .where('created_at', '<', before)
    .limit(1)
    .execute();
  const ids = [...old, ...stopped].map(({ id }) => id);
  if (ids.length + sent.length + unanswered.length === 0) return;
  ids.push(''); // a list of none is no list
  await site.store.write(async (tx) => {
    await tx.deleteFrom('letter_news').where('sent_at', '<', told).execute();
    for (const table of ['letter_news', 'letter_subscriptions'] as const)
      await tx.deleteFrom(table).where('address_id', 'in', ids).execute();
    await tx.deleteFrom('letter_addresses').where('id', 'in', ids).execute();
    await tx
      .deleteFrom('letter_subscriptions')
      .where('agreed_at', 'is', null)
      .where('created_at', '<', before)
      .execute();
  });
}
