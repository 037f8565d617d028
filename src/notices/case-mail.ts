import { receiptPath } from '../comments/receipt.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { takePlace } from '../letters/day-cap.ts';
import { senderOf } from '../letters/sender.ts';
import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { casePath } from './case-address.ts';
import { revealIdentity } from './identity.ts';
import { newsOnly } from './letters/english.ts';
import { letterOf, posterEmail } from './letters/queries.ts';
import { caseResponse, readCase } from './queries.ts';

/** The job that brings a letter of a case, or tells that there is one. */
export const caseNewsKind = 'mail.case';

/** The job’s payload: no address and no words. */
export type CaseMail = {
  id: string;
  at: string;
  caseId: string;
  recipient: 'complainant' | 'poster';
  letterId: string | null;
};

/**
 * The job of that name. To an address whose reader has shown that it is theirs goes the letter; to any other only that
 * there is news, since anybody can type anybody’s address into a form. Later where the address had its letters of the day.
 */
export async function sendCaseMail(site: Site, mail: CaseMail): Promise<void> {
  if (site.mail === null) throw new Error('No mail server is set: set HUSTINGS_SMTP.');
  const addressed =
    mail.recipient === 'poster' ? await toPoster(site, mail) : await toComplainant(site, mail);
  if (addressed === null) return;
  const { email, subject, text } = addressed;
  const waits = await site.store.write(async (tx) => {
    const dueAt = await takePlace(site, tx, {
      id: mail.id,
      email,
      kind: addressed.confirmed ? 'news' : 'asked',
    });
    if (dueAt !== null) await enqueue(site, tx, { kind: caseNewsKind, payload: mail, dueAt });
    return dueAt;
  });
  if (waits !== null) return;
  await site.mail({
    id: mail.id,
    from: senderOf(site, await readSettings(site)),
    ...{ to: email, subject, text, date: new Date(mail.at) },
  });
}

type Addressed = { email: string; confirmed: boolean; subject: string; text: string } | null;

async function toComplainant(site: Site, { caseId, letterId }: CaseMail): Promise<Addressed> {
  const found = await readCase(site.store.read, caseId);
  if (!found?.email) return null;
  const { title } = await readSettings(site);
  const url = site.config.url + casePath(site, caseId, 'mailed');
  const letter = letterId === null ? null : await letterOf(site.store.read, letterId);
  if (!found.confirmed || letter === null)
    return {
      ...{ email: found.email, confirmed: false, subject: newsOnly.subject(title) },
      text: newsOnly.complainant(title, url),
    };
  const text = await revealIdentity(site, caseId, letter.text);
  return { email: found.email, confirmed: true, subject: letter.subject, text: `${text}\n\n${url}\n` };
}

async function toPoster(site: Site, { caseId, letterId }: CaseMail): Promise<Addressed> {
  const found = await readCase(site.store.read, caseId);
  const commentId = found?.comment?.id;
  if (commentId === undefined) return null;
  const email = await posterEmail(site.store.read, commentId);
  const letter = letterId === null ? null : await letterOf(site.store.read, letterId);
  if (email === null || letter === null) return null;
  const { title } = await readSettings(site);
  const response = await caseResponse(site.store.read, commentId);
  if (response?.reachable !== 'confirmed')
    return { email, confirmed: false, subject: newsOnly.subject(title), text: newsOnly.poster(title) };
  const page = site.config.url + receiptPath(site, commentId);
  return { email, confirmed: true, subject: letter.subject, text: `${letter.text}\n\n${page}\n` };
}
