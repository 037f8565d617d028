import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { newLink } from '../staff/invitations/new-link.ts';
import { openInvitation } from '../staff/invitations/queries.ts';
import { makeLetterLink } from '../staff/letter-link/make-letter-link.ts';
import type { QueuedLetter, WaitingNumbers } from '../staff/letters.ts';
import type { Role } from '../staff/permissions.ts';
import { activeStaffById } from '../staff/queries.ts';
import { senderOf } from './sender.ts';
import { letterWords } from './wording.ts';

/**
 * Writes a letter and hands it to the mail server. A link in it is made now, so that none waits in the database.
 * Nothing is sent where it is no longer true: the invitation was accepted or withdrawn, the account closed.
 */
export async function sendLetter(site: Site, letter: QueuedLetter): Promise<void> {
  if (site.mail === null) throw new Error('No mail server is set: set HUSTINGS_SMTP.');
  const addressed = await address(site, letter);
  if (addressed === null) return;
  const settings = await readSettings(site);
  const { title } = settings;
  const { to, url } = addressed;
  const say = letterWords[addressed.say];
  await site.mail({
    id: letter.id,
    from: senderOf(site, settings),
    to: to.email,
    subject: say.subject(title),
    text: say.text({ name: to.name, role: to.role, url, publication: title, counts: addressed.counts ?? {} }),
    date: new Date(letter.at),
  });
}

type Addressed = {
  to: { name: string; email: string; role: Role };
  url: string;
  say: keyof typeof letterWords;
  counts?: WaitingNumbers;
};

/** To whom, with which address in it, and in which words; null where it is no longer true. */
async function address(site: Site, letter: QueuedLetter): Promise<Addressed | null> {
  const { url } = site.config;
  if (letter.about === 'invitation') return invited(site, letter.invitationId);
  if (letter.about === 'sign-in') {
    const made = await makeLetterLink(site, letter);
    if (made === null) return null;
    const { to, url: link } = made;
    return link === null
      ? { to, url: `${url}/desk/sign-in/`, say: 'sign-in-by-passkey' }
      : { to, url: link, say: 'sign-in' };
  }
  const to = await activeStaffById(site.store.read, letter.staffId);
  if (letter.about === 'waiting')
    return to && { to, url: `${url}/desk/queue/`, say: letter.about, counts: letter.counts };
  const page = letter.about === 'case-due' ? 'cases' : 'you';
  return to && { to, url: `${url}/desk/${page}/`, say: letter.about };
}

function invited(site: Site, id: string): Promise<Addressed | null> {
  return site.store.write(async (tx) => {
    const to = await openInvitation(tx, { by: 'id', value: id });
    if (to === null || to.expiresAt <= site.clock.now().toISOString()) return null;
    return { to, url: (await newLink(site, tx, to)).url, say: 'invitation' };
  });
}
