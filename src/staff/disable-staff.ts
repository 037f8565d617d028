import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { endOwner } from './end-owner.ts';
import { enterPrivately } from './enter.ts';
import { withdrawInvitationsBy } from './invitations/queries.ts';
import { atTerminal, type Manager, notOwner } from './manager.ts';
import { closeAccount, lockActiveOwners, staffByEmail } from './queries.ts';
import { type StaffAccount, unknownStaff } from './staff.ts';

/**
 * Closes somebody's account: their sessions end at once, their links, passkeys and password work no more, nor do
 * the invitations that they made; what they did stays theirs. Refuses `not-owner`, `staff-unknown`,
 * `staff-disabled` and `last-owner`.
 */
export async function disableStaff(
  site: Site,
  email: string,
  by: Manager = atTerminal,
): Promise<Outcome<StaffAccount>> {
  return site.store.write(async (tx) => {
    const owners = await lockActiveOwners(tx);
    const refused = notOwner(by, owners);
    if (refused) return refused;
    const staff = await staffByEmail(tx, email);
    if (staff === null) return unknownStaff(email);
    if (staff.disabledAt !== null)
      return refuse('staff-disabled', `The account of ${staff.name} (${staff.email}) is disabled already.`);
    if (owners.length === 1 && owners[0] === staff.id)
      return refuse(
        'last-owner',
        `${staff.name} is the last owner. Add another owner before you disable this account.`,
      );
    const at = site.clock.now().toISOString();
    await closeAccount(tx, staff.id, at);
    if (staff.role === 'owner') await endOwner(tx, { staffId: staff.id, at });
    else await withdrawInvitationsBy(tx, { staffId: staff.id, at });
    await enterPrivately(site, tx, { action: 'staff.disable', by: 'owner', staffId: staff.id });
    return done({ ...staff, disabledAt: at });
  });
}
