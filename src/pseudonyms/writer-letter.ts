import { enqueue } from '../jobs/enqueue.ts';
import { takePlace } from '../letters/day-cap.ts';
import { senderOf } from '../letters/sender.ts';
import { newId, sha256 } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { readEmail } from '../staff/add-staff.ts';
import { countTry } from '../staff/tries.ts';
import type { Db } from '../store/schema.ts';
import { emailOfArchive } from './claim-archive.ts';
import { letterWords } from './letter-words.ts';
import { makeOneTime } from './one-time.ts';
import { isWritersEmail } from './queries.ts';
import { keyHolder } from './writer-keys.ts';

/** The job that sends a link to a writer who asked for it. */
export const writerLetterKind = 'mail.writer';

type About = keyof typeof letterWords;

/** A letter as its job has it: no words, no link, which are made when it is sent. */
export type WriterLetter = { id: string; at: string; about: About; email: string; writerId: string | null };

const hour = 3_600;
const mostFromAddress = 10;
const minutes = 60;

/**
 * Asks for a letter with a link that works once. Whether the address is known, and whether a letter goes out, is told
 * to nobody: one address gets three such letters a day (`takePlace`). Refusals: `no-mail`, `too-fast`, `email-invalid`.
 */
export async function askForLetter(
  site: Site,
  asked: { about: About; email: string; writerId: string | null; address: string },
): Promise<Outcome<null>> {
  if (site.mail === null)
    return refuse('no-mail', 'This publication sends no letters: use a recovery phrase.', 'email');
  const email = readEmail(asked.email);
  if (!email.ok) return email;
  const { about, writerId, address } = asked;
  return site.store.write(async (tx) => {
    const from = await countTry(site, tx, { what: 'writer-letter', whom: `from ${address}`, seconds: hour });
    if (from > mostFromAddress)
      return refuse(
        'too-fast',
        'Too many letters were asked for from your address. Try again in an hour.',
        'email',
      );
    await queue(site, tx, { about, email: email.value, writerId });
    return done(null);
  });
}

async function queue(
  site: Site,
  tx: Db,
  letter: Pick<WriterLetter, 'about' | 'email' | 'writerId'>,
): Promise<void> {
  const at = site.clock.now().toISOString();
  const payload: WriterLetter = { ...letter, id: newId(site.clock, site.random), at };
  await enqueue(site, tx, { kind: writerLetterKind, payload, dueAt: at });
}

/** The job of that name: sends the letter where there is something to tell. Its link is made now. */
export async function sendWriterLetter(site: Site, letter: WriterLetter): Promise<void> {
  if (site.mail === null) throw new Error('No mail server is set: set HUSTINGS_SMTP.');
  const secret = await secretFor(site, letter);
  if (secret === null) return;
  const settings = await readSettings(site);
  const { title } = settings;
  const { url } = site.config;
  const say = letterWords[letter.about];
  await site.mail({
    id: letter.id,
    from: senderOf(site, settings),
    to: letter.email,
    subject: say.subject(title),
    text: say.text(title, `${url}${pathOf(letter.about)}?token=${secret}`),
    date: new Date(letter.at),
  });
}

/** Where a letter's link leads. */
const pathOf = (about: About) => (about === 'own-data' ? '/you/responses/link/' : '/you/link/');

/** Null where there is nothing to tell, and where the address had its letters of the day: it is asked for again. */
function secretFor(site: Site, letter: WriterLetter): Promise<string | null> {
  return site.store.write(async (tx) => {
    const secret = await linkFor(site, tx, letter);
    if (secret === null) return null;
    return (await takePlace(site, tx, { ...letter, kind: 'asked' })) === null ? secret : null;
  });
}

async function linkFor(site: Site, tx: Db, { about, email, writerId }: WriterLetter): Promise<string | null> {
  const made = { purpose: about, content: email, minutes };
  if (about === 'confirm-email') return makeOneTime(site, tx, { ...made, writerId });
  if (about === 'claim-archive')
    return (await emailOfArchive(tx, email)) ? makeOneTime(site, tx, { ...made, writerId: null }) : null;
  const key = await keyHolder(tx, { kind: 'email', hash: sha256(email) });
  if (about === 'own-data')
    return key || (await isWritersEmail(tx, email))
      ? makeOneTime(site, tx, { ...made, writerId: null })
      : null;
  return key && makeOneTime(site, tx, { ...made, writerId: key.writerId });
}
