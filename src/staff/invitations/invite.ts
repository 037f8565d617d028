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

/**
 * Invites somebody to the staff, for seven days. Whose account was closed may be invited again. Refuses
 * `name-missing`, `email-invalid`, `role-unknown`, `not-owner`, `email-taken` and `invited-already`.
 */
export async function invite(
  site: Site,
  by: Manager,
  input: NewStaff,
): Promise<Outcome<{ invitation: Invitation; link: InvitationLink }>> {
  const read = readNewStaff(input);
  if (!read.ok) return read;
  return site.store.write(async (tx) => {
    const refused = notOwner(by, await lockActiveOwners(tx)) ?? (await whyNot(tx, read.value.email));
    if (refused) return refused;
    const now = site.clock.now();
    const invitation = { id: newId(site.clock, site.random), ...read.value, expiresAt: endOf(now) };
    await insertInvitation(tx, { ...invitation, at: now.toISOString(), by: by.staffId });
    await enterPrivately(site, tx, { action: 'staff.invite', by: 'owner', staffId: invitation.id });
    await queueLetter(site, tx, { about: 'invitation', invitationId: invitation.id });
    return done({ invitation, link: await newLink(site, tx, invitation) });
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
