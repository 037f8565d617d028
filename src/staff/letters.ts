import { enqueue } from '../jobs/enqueue.ts';
import { newId } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

/** A letter about an account: what it is about, never its words or a link, which are made when it is sent. */
export type StaffLetter =
  | { about: 'invitation'; invitationId: string }
  /** Asked for by somebody who is not signed in: a keyed hash of the address that they typed. */
  | { about: 'sign-in'; whom: string }
  | { about: OwnNews; staffId: string }
  /** How much waits for one who moderates, by its kind. */
  | { about: 'waiting'; staffId: string; counts: WaitingNumbers };

export type WaitingNumbers = Readonly<Record<string, number>>;

/** What somebody is told of their own account. */
export type OwnNews =
  | 'role'
  | 'link'
  | 'passkey'
  | 'passkey-removed'
  | 'password'
  | 'password-removed'
  | 'recovery-codes'
  | 'case-due'
  | 'test';

/** A letter as its job has it. */
export type QueuedLetter = StaffLetter & { id: string; at: string };

/** Asks, in the verb's own transaction, for a letter to be sent. Answers its job; null where no mail server is set. */
export async function queueLetter(site: Site, tx: Db, letter: StaffLetter): Promise<string | null> {
  if (site.mail === null) return null;
  const at = site.clock.now().toISOString();
  const payload: QueuedLetter = { ...letter, id: newId(site.clock, site.random), at };
  return enqueue(site, tx, { kind: 'mail.send', payload, dueAt: at });
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
