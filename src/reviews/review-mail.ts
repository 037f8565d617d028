import { enqueue } from '../jobs/enqueue.ts';
import { newId } from '../lib/ids.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import type { Review } from './review.ts';

/** The job that brings a writer what came of their review, or tells that there is news. */
export const reviewMailKind = 'mail.review';

/** The job’s payload: no address and no words. */
export type ReviewMail = { id: string; letterId: string; at: string };

/** Asks for the letter, in the transaction of the decision. A reporter’s address is gone by then: they read it at theirs. */
export async function askForReviewMail(site: Site, tx: Db, { id, askedBy }: Review): Promise<void> {
  if (site.mail === null || askedBy !== 'writer') return;
  const at = site.clock.now().toISOString();
  const payload: ReviewMail = { id, letterId: newId(site.clock, site.random), at };
  await enqueue(site, tx, { kind: reviewMailKind, payload, dueAt: at });
}
