import { newId, sha256 } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import type { Staff } from '../staff/staff.ts';
import { type NewToken, newTokenSecret } from './token.ts';

const dayMilliseconds = 86_400_000;
const mostWorking = 50;

/**
 * Makes a token that acts for a member of staff. Answers its id and its secret, which is shown once and kept only as
 * a hash. Refusal: `too-many-tokens`.
 */
export async function makeToken(
  site: Site,
  staff: Staff,
  { name, scopes, days }: NewToken,
): Promise<Outcome<{ id: string; secret: string }>> {
  const secret = newTokenSecret(site.random);
  const id = newId(site.clock, site.random);
  const now = site.clock.now();
  return site.store.write(async (tx) => {
    const working = await tx
      .selectFrom('api_tokens')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('staff_id', '=', staff.id)
      .where('revoked_at', 'is', null)
      .executeTakeFirst();
    if (Number(working?.count ?? 0) >= mostWorking)
      return refuse('too-many-tokens', `You have ${mostWorking} tokens: revoke those that are not needed.`);
    await tx
      .insertInto('api_tokens')
      .values({
        ...{ id, staff_id: staff.id, name, scopes: scopes.join(' '), secret_hash: sha256(secret) },
        created_at: now.toISOString(),
        expires_at: days === 0 ? null : new Date(now.getTime() + days * dayMilliseconds).toISOString(),
        ...{ last_used_on: null, revoked_at: null, revoked_by: null },
      })
      .execute();
    await appendEntry(site, tx, {
      action: 'token.make',
      by: { role: staff.role },
      subject: { type: 'token', id },
      visibility: 'private',
    });
    return done({ id, secret });
  });
}
