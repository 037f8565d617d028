import type { Site } from '../site.ts';
import type { Credential } from './credential.ts';
import { enterPrivately } from './enter.ts';
import { activeStaffById } from './queries.ts';

/**
 * Whether a session may begin, and what it then keeps of the way in: it never does without its entry in the
 * record. False for a closed account. A way in that nobody decided on is a fault.
 */
export async function admitSession(
  site: Site,
  { staffId, credential = null }: { staffId: string; credential: Credential | null | undefined },
): Promise<false | { data: { credential: Credential } }> {
  if (credential === null) throw new Error('No session begins like this.');
  const staff = await activeStaffById(site.store.read, staffId);
  if (staff === null) return false;
  await site.store.write((tx) =>
    enterPrivately(site, tx, { action: 'staff.sign-in', by: staff.role, staffId: staff.id }),
  );
  return { data: { credential } };
}
