import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { claimName, lockPseudonym } from './claim-name.ts';
import { reservationMilliseconds } from './pseudonym.ts';

/** Keeps a name for its writer while their words wait: seven days from the newest. */
export async function reserveName(site: Site, tx: Db, pseudonymId: string): Promise<void> {
  const until = new Date(site.clock.now().getTime() + reservationMilliseconds).toISOString();
  await tx
    .updateTable('pseudonyms')
    .set({ reserved_until: until })
    .where('id', '=', pseudonymId)
    .where('bound_at', 'is', null)
    .execute();
}

/** Publication binds the name to its holder. Refusal: as of `mayBind`. */
export async function bindName(site: Site, tx: Db, pseudonymId: string): Promise<Outcome<null>> {
  const free = await mayBind(site, tx, pseudonymId);
  if (!free.ok) return free;
  await tx
    .updateTable('pseudonyms')
    .set({ bound_at: site.clock.now().toISOString(), reserved_until: null })
    .where('id', '=', pseudonymId)
    .where('bound_at', 'is', null)
    .execute();
  return done(null);
}

/**
 * Whether something can be published under a pseudonym: it is bound, or its name is claimed once more now. Refusal:
 * `name-taken`, where its reservation had lapsed and the name is now another's.
 */
export async function mayBind(site: Site, tx: Db, pseudonymId: string): Promise<Outcome<null>> {
  const pseudonym = await lockPseudonym(tx, pseudonymId);
  if (!pseudonym?.writer_id || pseudonym.bound_at !== null || pseudonym.given_up_at !== null)
    return done(null);
  const { name, writer_id: writerId } = pseudonym;
  const claimed = await claimName(site, tx, { name, writerId, articleId: null });
  if (claimed.ok) return done(null);
  return refuse(
    'name-taken',
    `“${name}” was kept for this writer for seven days. It is now somebody else’s, or cannot be signed with, so that nothing can be published under it. Refuse the response; its writer may send it again under another name.`,
  );
}
