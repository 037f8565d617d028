import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { enterPrivately } from './enter.ts';
import { queueLetter } from './letters.ts';
import { type Manager, notOwner } from './manager.ts';
import { endSessions, lockActiveOwners, staffById } from './queries.ts';
import { createSignInLink, type SignInLink } from './sign-in.ts';
import type { StaffAccount } from './staff.ts';

/** One of the staff, and the owner who does something for them. */
export type OwnersAct = { by: Manager; id: string };

/**
 * A sign-in link for somebody who has lost every other way in. Refuses `not-owner`, `staff-unknown` and
 * `staff-disabled`. The record says so before there is one.
 */
export async function makeSignInLink(
  site: Site,
  { by, id }: OwnersAct,
): Promise<Outcome<{ staff: StaffAccount; link: SignInLink }>> {
  const entered = await site.store.write(async (tx) => {
    const refused = notOwner(by, await lockActiveOwners(tx));
    if (refused) return refused;
    const staff = await staffById(tx, id);
    if (staff === null) return unknown();
    if (staff.disabledAt !== null)
      return refuse('staff-disabled', `The account of ${staff.name} is closed: invite them again.`);
    await enterPrivately(site, tx, { action: 'staff.link', by: 'owner', staffId: id });
    await queueLetter(site, tx, { about: 'link', staffId: id });
    return done(staff);
  });
  if (!entered.ok) return entered;
  const link = await createSignInLink(site, entered.value.email);
  return link.ok ? done({ staff: entered.value, link: link.value }) : link;
}

/** Ends all of somebody's sessions. Refuses `not-owner` and `staff-unknown`. */
export async function endSessionsOf(site: Site, { by, id }: OwnersAct): Promise<Outcome<null>> {
  return site.store.write(async (tx) => {
    const refused = notOwner(by, await lockActiveOwners(tx));
    if (refused) return refused;
    if ((await staffById(tx, id)) === null) return unknown();
    if ((await endSessions(tx, { staffId: id })) > 0)
      await enterPrivately(site, tx, { action: 'staff.session-end', by: 'owner', staffId: id });
    return done(null);
  });
}

function unknown() {
  return refuse('staff-unknown', 'There is no such account.');
}
