import type { Site } from '../site.ts';
import { byComplainant, keepStep } from './keep-step.ts';

/**
 * Notes that a complainant reads the address that they gave: they pressed where only a letter leads to. From then on
 * letters hold what they say. Does nothing a second time.
 */
export async function confirmAddress(site: Site, caseId: string): Promise<void> {
  await site.store.write(async (tx) => {
    const at = site.clock.now().toISOString();
    const row = await tx
      .updateTable('cases')
      .set({ confirmed_at: at })
      .where('id', '=', caseId)
      .where('confirmed_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (row) await keepStep(site, tx, { caseId, kind: 'confirmed', by: byComplainant, at });
  });
}
