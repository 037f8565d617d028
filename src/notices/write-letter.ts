import { enqueue } from '../jobs/enqueue.ts';
import { newId } from '../lib/ids.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { type CaseMail, caseNewsKind } from './case-mail.ts';

type Letter = {
  caseId: string;
  recipient: 'complainant' | 'poster';
  kind: string;
  words: { subject: string; text: string };
};

/**
 * Keeps a letter with its case, where its reader finds it, and asks for the mail that brings it or tells of it; in the
 * verb’s own transaction.
 */
export async function writeLetter(
  site: Site,
  tx: Db,
  { caseId, recipient, kind, words }: Letter,
): Promise<void> {
  const id = newId(site.clock, site.random);
  const at = site.clock.now().toISOString();
  const { subject, text } = words;
  await tx
    .insertInto('case_letters')
    .values({ id, case_id: caseId, recipient, kind, subject, text, at })
    .execute();
  await askForMail(site, tx, { caseId, recipient, letterId: id });
}

/** Asks for a mail to one of both; none where no mail is sent. Without a letter it tells of news alone. */
export async function askForMail(
  site: Site,
  tx: Db,
  {
    caseId,
    recipient,
    letterId,
  }: { caseId: string; recipient: Letter['recipient']; letterId: string | null },
): Promise<void> {
  if (site.mail === null) return;
  const at = site.clock.now().toISOString();
  const payload: CaseMail = { id: newId(site.clock, site.random), at, caseId, recipient, letterId };
  await enqueue(site, tx, { kind: caseNewsKind, payload, dueAt: at });
}
