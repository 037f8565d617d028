import { enqueue } from '../jobs/enqueue.ts';
import { takePlace } from '../letters/day-cap.ts';
import { senderOf } from '../letters/sender.ts';
import { RefusedAddress } from '../mail/message.ts';
import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { managePath } from './address.ts';
import { confirmKind } from './subscribe.ts';
import { readerLetterWords } from './wording.ts';

/**
 * Asks whoever reads an address whether they want letters: that there is news at an address, and not a word of
 * anybody's. Not sent where the answer has come since; later where the address had its letters of
 * the day.
 */
export async function sendConfirmation(site: Site, { id, at }: { id: string; at: string }): Promise<void> {
  if (site.mail === null) throw new Error('No mail server is set: set HUSTINGS_SMTP.');
  const row = await site.store.read
    .selectFrom('letter_addresses')
    .select('email')
    .where('id', '=', id)
    .where('asked_at', '=', at)
    .where('stopped_at', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('letter_subscriptions')
          .select('letter_subscriptions.id')
          .whereRef('address_id', '=', 'letter_addresses.id')
          .where('agreed_at', 'is', null),
      ),
    )
    .executeTakeFirst();
  if (!row) return;
  const free = await site.store.write(async (tx) => {
    const dueAt = await takePlace(site, tx, { id: `${id} ${at}`, email: row.email, kind: 'question' });
    if (dueAt !== null) await enqueue(site, tx, { kind: confirmKind, payload: { id, at }, dueAt });
    return dueAt;
  });
  if (free !== null) return;
  const settings = await readSettings(site);
  const { confirm: say } = readerLetterWords;
  const url = site.config.url + managePath(site, id);
  try {
    await site.mail({
      id: `confirm.${id}.${Date.parse(at)}`,
      from: senderOf(site, settings),
      to: row.email,
      subject: say.subject(settings.title),
      text: say.text({ publication: settings.title, url }),
      date: site.clock.now(),
      headers: {
        'List-Unsubscribe': `<${url}stop/>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      },
    });
  } catch (error) {
    if (!(error instanceof RefusedAddress)) throw error;
    await site.store.write((tx) =>
      tx
        .updateTable('letter_addresses')
        .set({ stopped_at: site.clock.now().toISOString(), stopped_why: error.message })
        .where('id', '=', id)
        .execute(),
    );
  }
}
