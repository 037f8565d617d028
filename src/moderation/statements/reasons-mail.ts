import { enqueue } from '../../jobs/enqueue.ts';
import { newId } from '../../lib/ids.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';

/** The job that brings somebody the reasons of a decision, or tells that there are some. */
export const reasonsMailKind = 'mail.reasons';

/** What it is about: a decision on a response, or a suspension. */
export type ReasonsAbout = { about: 'statement' | 'suspension'; id: string };

/** The job’s payload: no address and no words. */
export type ReasonsMail = ReasonsAbout & { letterId: string; at: string };

/** Asks for the letter, in the transaction of the decision; none where no mail is sent. */
export async function askForReasonsMail(site: Site, tx: Db, about: ReasonsAbout): Promise<void> {
  if (site.mail === null) return;
  const at = site.clock.now().toISOString();
  const payload: ReasonsMail = { ...about, letterId: newId(site.clock, site.random), at };
  await enqueue(site, tx, { kind: reasonsMailKind, payload, dueAt: at });
}
