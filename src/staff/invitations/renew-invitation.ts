import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import type { Site } from '../../site.ts';
import { enterPrivately } from '../enter.ts';
import { queueLetter } from '../letters.ts';
import { type Manager, notOwner } from '../manager.ts';
import { lockActiveOwners } from '../queries.ts';
import { endOf } from './invitation.ts';
import type { Invited } from './invite.ts';
import { newLink } from './new-link.ts';
import { openInvitation, renewRow, withdrawRow } from './queries.ts';

/**
 * Makes an open invitation stand for seven days from now, with a new link: the ones handed over before lead
 * nowhere. Refuses `not-owner` and `invitation-unknown`.
 */
export async function renewInvitation(site: Site, by: Manager, id: string): Promise<Outcome<Invited>> {
  return site.store.write(async (tx) => {
    const refused = notOwner(by, await lockActiveOwners(tx));
    if (refused) return refused;
    const open = await openInvitation(tx, { by: 'id', value: id });
    if (open === null) return unknownInvitation();
    const invitation = { ...open, expiresAt: endOf(site.clock.now()) };
    const letterJob = await queueLetter(site, tx, { about: 'invitation', invitationId: id });
    await renewRow(tx, { ...invitation, letterJob });
    await enterPrivately(site, tx, { action: 'staff.invite', by: 'owner', staffId: id });
    const link = await newLink(site, tx, invitation);
    return done({ invitation, link, byLetter: letterJob !== null });
  });
}

/** Withdraws an invitation that nobody has accepted. Refuses `not-owner` and `invitation-unknown`. */
export async function withdrawInvitation(site: Site, by: Manager, id: string): Promise<Outcome<null>> {
  return site.store.write(async (tx) => {
    const refused = notOwner(by, await lockActiveOwners(tx));
    if (refused) return refused;
    if (!(await withdrawRow(tx, { id, at: site.clock.now().toISOString() }))) return unknownInvitation();
    await enterPrivately(site, tx, { action: 'staff.invite-withdraw', by: 'owner', staffId: id });
    return done(null);
  });
}

function unknownInvitation() {
  return refuse('invitation-unknown', 'This invitation is no longer open: it was accepted or withdrawn.');
}
