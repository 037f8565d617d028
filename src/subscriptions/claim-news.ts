import { takePlace } from '../letters/day-cap.ts';
import { newId } from '../lib/ids.ts';
import type { Site } from '../site.ts';
import type { Db, Time } from '../store/schema.ts';
import type { LetterPace } from '../store/schema-letters.ts';
import type { LetterNews } from './compose.ts';
import { type Waiting, waitingNews } from './waiting-news.ts';

/** Who began to send a letter is believed to send it for so long: longer than a mail server is waited for. */
const leaseMilliseconds = 60_000;
/** One letter tells of so many responses at most. */
const mostInOne = 50;

/** A letter that is this worker’s to send: nobody else sends it, or tells what is in it, in the meantime. */
export type ClaimedLetter = { letterId: string; email: string; news: LetterNews[]; isMore: boolean };
type Wanted = { addressId: string; pace: LetterPace };

/**
 * Claims what waits for an address for one letter, or answers when to look again: somebody else is sending it, the
 * address had its letters of the day, or all of this letter is gone while more waits. What is gone is told by none. A letter that failed is
 * claimed again as it was, under its own id, before what came since. Null where nothing waits.
 */
export async function claimNews(site: Site, wanted: Wanted): Promise<ClaimedLetter | { dueAt: Time } | null> {
  const now = site.clock.now();
  const at = now.toISOString();
  const leased = new Date(now.getTime() - leaseMilliseconds).toISOString();
  return site.store.write(async (tx) => {
    const email = await lockOpen(tx, wanted.addressId);
    if (email === null) return null;
    const all = await waitingNews(tx, { ...wanted, limit: mostInOne });
    const free = all.filter(({ claimedAt }) => claimedAt === null || claimedAt <= leased);
    const taken = all.find(({ claimedAt }) => claimedAt !== null && claimedAt > leased);
    const { letterId, news } = oneLetter(site, free);
    const gone = news.filter(({ shown }) => !shown);
    await mark(tx, { ...wanted, news: gone, values: { sent_at: at, letter_id: null } });
    const shown = news.filter((each) => each.shown);
    const isMore = news.length < free.length || all.length === mostInOne;
    if (shown.length === 0 && gone.length > 0 && isMore) return { dueAt: at };
    if (shown.length === 0) return taken?.claimedAt ? { dueAt: leaseEnd(taken.claimedAt) } : null;
    const dueAt = await takePlace(site, tx, { id: letterId, email, kind: 'news' });
    if (dueAt !== null) return { dueAt };
    await mark(tx, { ...wanted, news: shown, values: { claimed_at: at, letter_id: letterId } });
    return { letterId, email, news: shown, isMore };
  });
}

const leaseEnd = (at: Time) => new Date(Date.parse(at) + leaseMilliseconds).toISOString();

/** The address, where letters go to it. Its row stays locked: claims for one address come one after the other. */
async function lockOpen(tx: Db, id: string): Promise<string | null> {
  const row = await tx
    .updateTable('letter_addresses')
    .set((eb) => ({ asked_at: eb.ref('asked_at') }))
    .where('id', '=', id)
    .where('confirmed_at', 'is not', null)
    .where('stopped_at', 'is', null)
    .returning('email')
    .executeTakeFirst();
  return row?.email ?? null;
}

function oneLetter(site: Site, free: Waiting[]): { letterId: string; news: Waiting[] } {
  const begun = free.find(({ letterId }) => letterId !== null)?.letterId ?? null;
  if (begun === null) return { letterId: newId(site.clock, site.random), news: free };
  return { letterId: begun, news: free.filter(({ letterId }) => letterId === begun) };
}

type Values = { sent_at?: Time; letter_id?: string | null; claimed_at?: Time };

async function mark(
  tx: Db,
  { addressId, news, values }: Wanted & { news: Waiting[]; values: Values },
): Promise<void> {
  if (news.length === 0) return;
  await tx
    .updateTable('letter_news')
    .set(values)
    .where('address_id', '=', addressId)
    .where(
      'comment_id',
      'in',
      news.map(({ id }) => id),
    )
    .execute();
}
