import { enqueue } from '../../jobs/enqueue.ts';
import { takePlace } from '../../letters/day-cap.ts';
import { senderOf } from '../../letters/sender.ts';
import { RefusedAddress } from '../../mail/message.ts';
import type { Settings } from '../../publication/settings.ts';
import type { Site } from '../../site.ts';
import { wrapText } from '../../subscriptions/wrap.ts';
import { reasonsLetterWords as say } from './wording.ts';

/** A letter to whoever wrote a response, about what was decided of it. */
export type WriterLetter = { email: string; confirmed: boolean; subject: string; text: string };

/** What goes to an address that nobody has confirmed: that there is news, and nothing of what it is. */
export function newsTo(email: string, { title }: Settings): WriterLetter {
  return { email, confirmed: false, subject: say.news.subject(title), text: wrapText(say.news.text(title)) };
}

type Delivery = {
  /** The job that comes again where the address had its letters of the day. */
  kind: string;
  mail: { letterId: string; at: string };
  letter: WriterLetter;
  settings: Settings;
};

/**
 * Hands a letter to the mail server, or asks for it again when its address has room for one. An address that its
 * server refuses for ever is no failed job: anybody can type one, and the receipt tells the same.
 */
export async function deliver(site: Site, { kind, mail, letter, settings }: Delivery): Promise<void> {
  if (site.mail === null) throw new Error('No mail server is set: set HUSTINGS_SMTP.');
  const { email, confirmed, subject, text } = letter;
  const waits = await site.store.write(async (tx) => {
    const place = { id: mail.letterId, email, kind: confirmed ? ('news' as const) : ('asked' as const) };
    const dueAt = await takePlace(site, tx, place);
    if (dueAt !== null) await enqueue(site, tx, { kind, payload: mail, dueAt });
    return dueAt;
  });
  if (waits !== null) return;
  try {
    await site.mail({
      id: mail.letterId,
      from: senderOf(site, settings),
      ...{ to: email, subject, text, date: new Date(mail.at) },
    });
  } catch (error) {
    if (!(error instanceof RefusedAddress)) throw error;
  }
}
