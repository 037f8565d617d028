import { isRunning } from '../../comments/suspended.ts';
import { done, type Outcome, refuse } from '../../lib/refusal.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import type { Moderator } from '../decide.ts';
import { enterSuspension } from './suspend-writer.ts';

type Ending = { id: string; by: Moderator };

/** Ends a suspension early. What was kept of its address is forgotten at once. Refusals: `no-suspension`, `ended-already`. */
export async function endSuspension(site: Site, ending: Ending): Promise<Outcome<{ id: string }>> {
  return site.store.write((tx) => endSuspensionIn(site, tx, ending));
}

/** The same inside a transaction of the caller’s. */
export async function endSuspensionIn(
  site: Site,
  tx: Db,
  { id, by }: Ending,
): Promise<Outcome<{ id: string }>> {
  const at = site.clock.now().toISOString();
  const row = await tx
    .updateTable('suspensions')
    .set({ ended_at: at, ended_role: by.actor.role, ended_staff: by.staffId, address_hash: null })
    .where('id', '=', id)
    .where(isRunning(at))
    .returning(['kind', 'pseudonym_id'])
    .executeTakeFirst();
  if (!row) {
    const known = await tx.selectFrom('suspensions').select('id').where('id', '=', id).executeTakeFirst();
    return known
      ? refuse('ended-already', 'This suspension has ended already.')
      : refuse('no-suspension', 'There is no such suspension.');
  }
  await enterSuspension(site, tx, {
    action: 'writer.unsuspend',
    suspension: { id, kind: row.kind, pseudonymId: row.pseudonym_id },
    ...{ by: by.actor, reason: null, at },
  });
  return done({ id });
}
