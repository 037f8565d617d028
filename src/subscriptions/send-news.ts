import { enqueue } from '../jobs/enqueue.ts';
import { RefusedAddress } from '../mail/message.ts';
import { readSettings } from '../publication/queries.ts';
import { checkpointToGive } from '../record/log/log.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import type { LetterPace } from '../store/schema-letters.ts';
import { managePath } from './address.ts';
import { claimNews } from './claim-news.ts';
import { composeLetter } from './compose.ts';
import { sendKind } from './fan-out.ts';

type Wanted = { addressId: string; pace: LetterPace };

/**
 * Sends an address what waits for it: one letter for a response, or one for all of them, by one worker however many
 * there are. What is no longer published when the letter leaves is not told. Where as many letters were sent in a day
 * as may be, it waits. An address that its server refuses for ever is sent no more.
 */
export async function sendNews(site: Site, { addressId, pace }: Wanted): Promise<void> {
  if (site.mail === null) throw new Error('No mail server is set: set HUSTINGS_SMTP.');
  const wanted = { addressId, pace };
  const letter = await claimNews(site, wanted);
  if (letter === null) return;
  if ('dueAt' in letter) return site.store.write((tx) => lookAgain(site, tx, { ...wanted, ...letter }));
  const settings = await readSettings(site);
  const address = { email: letter.email, manage: site.config.url + managePath(site, addressId) };
  try {
    const checkpoint = await checkpointToGive(site, { upTo: 'public' });
    await site.mail(composeLetter(site, { ...letter, settings, address, checkpoint }));
  } catch (error) {
    if (error instanceof RefusedAddress) return stop(site, { addressId, why: error.message });
    await letGo(site, letter.letterId);
    throw error;
  }
  await noteSent(site, { ...wanted, ...letter });
}

/** Once, however many letters wait; the job that is at work now is not the one that looks again. */
async function lookAgain(
  site: Site,
  tx: Db,
  { addressId, pace, dueAt }: Wanted & { dueAt: string },
): Promise<void> {
  const payload = { addressId, pace };
  const same = await tx
    .selectFrom('jobs')
    .select('id')
    .where('kind', '=', sendKind)
    .where('payload', '=', JSON.stringify(payload))
    .where('done_at', 'is', null)
    .where('claimed_at', 'is', null)
    .where('due_at', '=', dueAt)
    .limit(1)
    .executeTakeFirst();
  if (!same) await enqueue(site, tx, { kind: sendKind, payload, dueAt });
}

/** What did not fit into a letter is asked for again. */
async function noteSent(
  site: Site,
  { letterId, isMore, ...wanted }: Wanted & { letterId: string; isMore: boolean },
): Promise<void> {
  const at = site.clock.now().toISOString();
  await site.store.write(async (tx) => {
    await tx.updateTable('letter_news').set({ sent_at: at }).where('letter_id', '=', letterId).execute();
    if (isMore) await lookAgain(site, tx, { ...wanted, dueAt: at });
  });
}

/** It was not taken: whoever tries it next need not wait for us. */
async function letGo(site: Site, letterId: string): Promise<void> {
  await site.store.write((tx) =>
    tx
      .updateTable('letter_news')
      .set({ claimed_at: null })
      .where('letter_id', '=', letterId)
      .where('sent_at', 'is', null)
      .execute(),
  );
}

async function stop(site: Site, { addressId, why }: { addressId: string; why: string }): Promise<void> {
  await site.store.write(async (tx) => {
    await tx
      .updateTable('letter_addresses')
      .set({ stopped_at: site.clock.now().toISOString(), stopped_why: why })
      .where('id', '=', addressId)
      .execute();
    await tx
      .deleteFrom('letter_news')
      .where('address_id', '=', addressId)
      .where('sent_at', 'is', null)
      .execute();
  });
}
