import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { newLink } from '../staff/invitations/new-link.ts';
import { openInvitation } from '../staff/invitations/queries.ts';
import type { QueuedLetter } from '../staff/letters.ts';
import { activeStaffById } from '../staff/queries.ts';
import { letterWords } from './wording.ts';

/**
 * Writes a letter and hands it to the mail server. A link in it is made now, so that none waits in the database.
 * Nothing is sent where it is no longer true: the invitation was accepted or withdrawn, the account closed.
 */
export async function sendLetter(site: Site, letter: QueuedLetter): Promise<void> {
  if (site.mail === null) throw new Error('No mail server is set: set HUSTINGS_SMTP.');
  const to = await addressee(site, letter);
  if (to === null) return;
  const { title, 'mail.from': from } = await readSettings(site);
  const say = letterWords[letter.about];
  const address = from || `hustings@${new URL(site.config.url).hostname}`;
  await site.mail({
    id: letter.id,
    from: { name: title, address },
    to: to.email,
    subject: say.subject(title),
    text: say.text({ ...to, publication: title }),
    date: new Date(letter.at),
  });
}

async function addressee(site: Site, letter: QueuedLetter) {
  if (letter.about !== 'invitation') {
    const staff = await activeStaffById(site.store.read, letter.staffId);
    return staff && { ...staff, url: `${site.config.url}/desk/you/` };
  }
  return site.store.write(async (tx) => {
    const invitation = await openInvitation(tx, { by: 'id', value: letter.invitationId });
    if (invitation === null || invitation.expiresAt <= site.clock.now().toISOString()) return null;
    return { ...invitation, url: (await newLink(site, tx, invitation)).url };
  });
}
