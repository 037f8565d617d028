import { type Refusal, refuse } from '../lib/refusal.ts';
import type { Settings } from '../publication/settings.ts';
import type { Site } from '../site.ts';
import { countTry, triesOf } from '../staff/tries.ts';
import type { Db } from '../store/schema.ts';
import { addressHash, tenMinutesAgo } from './sent-before.ts';

type Sender = { address: string; settings: Settings };

const seconds = 600;

/**
 * Why an address may send no more just now; null where it may. Its responses of ten minutes are counted, and what was
 * sent besides: whoever withdraws a response is forgotten with it, and not how many they sent.
 */
export async function paceRefusal(
  site: Site,
  tx: Db,
  { address, settings }: Sender,
): Promise<Refusal | null> {
  const most = Number(settings['comments.pace']);
  if (most === 0) return null;
  const kept = await tx
    .selectFrom('comments')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('address_hash', '=', addressHash(site, address))
    .where('posted_at', '>', tenMinutesAgo(site))
    .executeTakeFirst();
  const sent = await triesOf(site, tx, { what: 'response', whom: address });
  if (Math.max(Number(kept?.count ?? 0), sent) < most) return null;
  return refuse(
    'too-fast',
    `${most} responses have come from your address in ten minutes, which is as many as are taken. Your words are kept here: send them again in a few minutes.`,
  );
}

/** Counts a response that was taken. Only a keyed hash of the address is kept, ten minutes long. */
export async function countSent(site: Site, tx: Db, { address, settings }: Sender): Promise<void> {
  if (Number(settings['comments.pace']) > 0)
    await countTry(site, tx, { what: 'response', whom: address, seconds });
}
