import { newId } from '../../lib/ids.ts';
import { done, type Outcome, type Refusal, refuse } from '../../lib/refusal.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { type NewStaff, readNewStaff } from '../add-staff.ts';
import { enterPrivately } from '../enter.ts';
import { queueLetter } from '../letters.ts';
import { type Manager, notOwner } from '../manager.ts';
import { lockActiveOwners, staffByEmail } from '../queries.ts';
import { endOf, type Invitation, type InvitationLink } from './invitation.ts';
import { newLink } from './new-link.ts';
import { insertInvitation, openInvitation } from './queries.ts';

/** An invitation with its link to hand over; `byLetter` where a letter with another link to it is to be sent. */
export type Invited = { invitation: Invitation; link: InvitationLink; byLetter: boolean };

/**
 * Invites somebody to the staff, for seven days. Whose account was closed may be invited again. Refuses
 * `name-missing`, `email-invalid`, `role-unknown`, `not-owner`, `email-taken` and `invited-already`.
 */
export async function invite(site: Site, by: Manager, input: NewStaff): Promise<Outcome<Invited>> {
  const read = readNewStaff(input);
  if (!read.ok) return read;
  return site.store.write(async (tx) => {
    const refused = notOwner(by, await lockActiveOwners(tx)) ?? (await whyNot(tx, read.value.email));
    if (refused) return refused;
    const now = site.clock.now();
    const invitation = { id: newId(site.clock, site.random), ...read.value, expiresAt: endOf(now) };
    const letterJob = await queueLetter(site, tx, { about: 'invitation', invitationId: invitation.id });
    await insertInvitation(tx, { ...invitation, at: now.toISOString(), by: by.staffId, letterJob });
    await enterPrivately(site, tx, { action: 'staff.invite', by: 'owner', staffId: invitation.id });
    const link = await newLink(site, tx, invitation);
    return done({ invitation, link, byLetter: letterJob !== null });
  });
}

async function whyNot(tx: Db, email: string): Promise<Refusal | null> {
  const staff = await staffByEmail(tx, email);
  if (staff !== null && staff.disabledAt === null)
    return refuse('email-taken', `“${email}” belongs to somebody on the staff already.`, 'email');
  if ((await openInvitation(tx, { by: 'email', value: email })) !== null)
    return refuse(
      'invited-already',
      `“${email}” is invited already: renew that invitation, or withdraw it first.`,
      'email',
    );
  return null;
}
