import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import type { Credential } from './credential.ts';
import { activeStaffById } from './queries.ts';

/** Which of the library's ways in begins a session by what. */
const byPath: Record<string, Credential> = {
  '/magic-link/verify': 'link',
  '/passkey/verify-authentication': 'passkey',
};

/**
 * Whether a session may begin, and what it then keeps of the way in: it never does without its entry in the
 * record. False for a closed account. A way in that nobody decided on is a fault.
 */
export async function admitSession(
  site: Site,
  { staffId, path }: { staffId: string; path: string },
): Promise<false | { data: { credential: Credential } }> {
  const credential = byPath[path];
  if (credential === undefined) throw new Error(`No session begins by ${path || 'nothing'}.`);
  const staff = await activeStaffById(site.store.read, staffId);
  if (staff === null) return false;
  await site.store.write((tx) =>
    appendEntry(site, tx, {
      action: 'staff.sign-in',
      by: { role: staff.role },
      visibility: 'private',
      subject: { type: 'staff', id: staff.id },
    }),
  );
  return { data: { credential } };
}
