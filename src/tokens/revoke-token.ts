import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import { may } from '../staff/permissions.ts';
import type { Staff } from '../staff/staff.ts';

/**
 * Ends a token at once: one's own, or for whoever manages them anybody's. One that is revoked already stays so.
 * Refusal: `no-token`, also for another's.
 */
export async function revokeToken(site: Site, staff: Staff, id: string): Promise<Outcome<{ id: string }>> {
  return site.store.write(async (tx) => {
    let query = tx.selectFrom('api_tokens').select('revoked_at').where('id', '=', id);
    if (!may(staff.role, 'token.manage')) query = query.where('staff_id', '=', staff.id);
    const token = await query.executeTakeFirst();
    if (!token) return refuse('no-token', 'There is no such token: it may belong to somebody else.');
    if (token.revoked_at !== null) return done({ id });
    await tx
      .updateTable('api_tokens')
      .set({ revoked_at: site.clock.now().toISOString(), revoked_by: staff.id })
      .where('id', '=', id)
      .execute();
    await appendEntry(site, tx, {
      action: 'token.revoke',
      by: { role: staff.role },
      subject: { type: 'token', id },
      visibility: 'private',
    });
    return done({ id });
  });
}
