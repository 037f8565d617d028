import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { readRole } from './add-staff.ts';
import { endOwner } from './end-owner.ts';
import { enterPrivately } from './enter.ts';
import { queueLetter } from './letters.ts';
import { type Manager, notOwner } from './manager.ts';
import { endSessions, lockActiveOwners, setRole, staffById } from './queries.ts';
import type { Staff } from './staff.ts';

/**
 * Gives somebody another role: their sessions end, and they sign in anew; what an owner who is none
 * any more invited to or made links for leads nowhere. Refuses `role-unknown`, `not-owner`,
 * `staff-unknown`, `staff-disabled`, `role-same` and `last-owner`.
 */
export async function changeRole(
  site: Site,
  by: Manager,
  { id, role: asked }: { id: string; role: string },
): Promise<Outcome<Staff>> {
  const read = readRole(asked);
  if (!read.ok) return read;
  const role = read.value;
  return site.store.write(async (tx) => {
    const owners = await lockActiveOwners(tx);
    const refused = notOwner(by, owners);
    if (refused) return refused;
    const staff = await staffById(tx, id);
    if (staff === null) return refuse('staff-unknown', 'There is no such account.');
    if (staff.disabledAt !== null)
      return refuse('staff-disabled', `The account of ${staff.name} is closed: it has no role.`);
    if (staff.role === role) return refuse('role-same', `${staff.name} has that role already.`);
    if (owners.length === 1 && owners[0] === id)
      return refuse('last-owner', `${staff.name} is the last owner. Make somebody else an owner first.`);
    const at = site.clock.now().toISOString();
    await setRole(tx, { id, role, at });
    if (staff.role === 'owner') await endOwner(tx, { staffId: id, at });
    await endSessions(tx, { staffId: id });
    await enterPrivately(site, tx, { action: 'staff.role', by: 'owner', staffId: id, reason: role });
    await queueLetter(site, tx, { about: 'role', staffId: id });
    return done({ id, name: staff.name, email: staff.email, role });
  });
}
