import { isRunning } from '../../comments/suspended.ts';
import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import type { Site } from '../../site.ts';
import { isRole } from '../../staff/permissions.ts';
import type { Db } from '../../store/schema.ts';
import type { Moderator } from '../decide.ts';
import { enterSuspension } from './suspend-writer.ts';
import { maySuspend } from './suspension.ts';

type Ending = { id: string; by: Moderator };

/**
 * Ends a suspension early, by somebody who might have made it. What was kept of its address is forgotten at once.
 * Refusals: `no-suspension`, `ended-already`, `too-long-for-you`.
 */
export async function endSuspension(site: Site, ending: Ending): Promise<Outcome<{ id: string }>> {
  return site.store.write((tx) => endSuspensionIn(site, tx, ending));
}

/** The same inside a transaction of the caller’s. */
export async function endSuspensionIn(
  site: Site,
  tx: Db,
  { id, by }: Ending,
): Promise<Outcome<{ id: string }>> {
  const now = site.clock.now();
  const at = now.toISOString();
  const { role } = by.actor;
  const known = await tx.selectFrom('suspensions').select('until').where('id', '=', id).executeTakeFirst();
  if (!known) return refuse('no-suspension', 'There is no such suspension.');
  if (isRole(role) && !maySuspend(role, known.until, now)) return tooLong;
  const row = await tx
    .updateTable('suspensions')
    .set({ ended_at: at, ended_role: role, ended_staff: by.staffId, address_hash: null })
    .where('id', '=', id)
    .where(isRunning(at))
    .returning(['kind', 'pseudonym_id'])
    .executeTakeFirst();
  if (!row) return refuse('ended-already', 'This suspension has ended already.');
  await enterSuspension(site, tx, {
    action: 'writer.unsuspend',
    suspension: { id, kind: row.kind, pseudonymId: row.pseudonym_id },
    ...{ by: by.actor, reason: null, at },
  });
  return done({ id });
}

const tooLong = refuse(
  'too-long-for-you',
  'It lasts longer than a moderator may suspend for: ask an editor or an owner to end it.',
);
