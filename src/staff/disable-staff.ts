import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import { closeAccount, lockActiveOwners, staffByEmail } from './queries.ts';
import { type StaffAccount, unknownStaff } from './staff.ts';

/**
 * Closes somebody's account: their sessions end at once and their links work no more; what they did stays
 * theirs. Refuses `staff-unknown`, `staff-disabled` and `last-owner`.
 */
export async function disableStaff(site: Site, email: string): Promise<Outcome<StaffAccount>> {
  return site.store.write(async (tx) => {
    const owners = await lockActiveOwners(tx);
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
    await appendEntry(site, tx, {
      action: 'staff.disable',
      by: { role: 'owner' },
      visibility: 'private',
      subject: { type: 'staff', id: staff.id },
    });
    return done({ ...staff, disabledAt: at });
  });
}
