import { enqueue } from '../jobs/enqueue.ts';
import { newId } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

/** A letter about an account: what it is about, never its words or a link, which are made when it is sent. */
export type StaffLetter =
  | { about: 'invitation'; invitationId: string }
  | { about: 'role' | 'passkey' | 'test'; staffId: string };

/** A letter as its job has it. */
export type QueuedLetter = StaffLetter & { id: string; at: string };

/** Asks, in the verb's own transaction, for a letter to be sent; nothing where no mail server is set. */
export async function queueLetter(site: Site, tx: Db, letter: StaffLetter): Promise<void> {
  if (site.mail === null) return;
  const at = site.clock.now().toISOString();
  const payload: QueuedLetter = { ...letter, id: newId(site.clock, site.random), at };
  await enqueue(site, tx, { kind: 'mail.send', payload, dueAt: at });
}

/** Has a letter sent to oneself, to see that letters go out. Refusal: `no-mail`. */
export async function sendTestLetter(site: Site, staffId: string): Promise<Outcome<{ staffId: string }>> {
  if (site.mail === null)
    return refuse(
      'no-mail',
      'No mail server is set: whoever looks after the server sets HUSTINGS_SMTP first.',
    );
  await site.store.write((tx) => queueLetter(site, tx, { about: 'test', staffId }));
  return done({ staffId });
}
