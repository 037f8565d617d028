import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Db, Time } from '../store/schema.ts';
import { claimName, lockPseudonym } from './claim-name.ts';
import { looksToHold, reservationMilliseconds } from './pseudonym.ts';

/**
 * Keeps a name for its writer while their words wait: seven days from the first of them, however many come. When these
 * are over it is anybody's for as long again before it can be kept for the same writer once more. Answers until when it
 * is kept; null while it is not, and where something is published under it.
 */
export async function reserveName(site: Site, tx: Db, pseudonymId: string): Promise<Time | null> {
  const now = site.clock.now();
  const after = (milliseconds: number) => new Date(now.getTime() + milliseconds).toISOString();
  await tx
    .updateTable('pseudonyms')
    .set({ reserved_until: after(reservationMilliseconds) })
    .where('id', '=', pseudonymId)
    .where('bound_at', 'is', null)
    .where((eb) =>
      eb.or([eb('reserved_until', 'is', null), eb('reserved_until', '<=', after(-reservationMilliseconds))]),
    )
    .execute();
  const row = await tx
    .selectFrom('pseudonyms')
    .select('reserved_until')
    .where('id', '=', pseudonymId)
    .where('reserved_until', '>', now.toISOString())
    .executeTakeFirst();
  return row?.reserved_until ?? null;
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
 * Whether something can be published under a pseudonym: it is bound, or its name is claimed once more now. A name that
 * was given up is so again afterwards, and nobody else's while something stands under it. Refusal: `name-taken`, where
 * the reservation had lapsed, or the name was given up, and it is now another's.
 */
export async function mayBind(site: Site, tx: Db, pseudonymId: string): Promise<Outcome<null>> {
  const pseudonym = await lockPseudonym(tx, pseudonymId);
  if (!pseudonym?.writer_id) return done(null);
  const { name, writer_id: writerId, given_up_at } = pseudonym;
  if (given_up_at === null ? pseudonym.bound_at !== null : await holdsAll(tx, { id: pseudonymId, name }))
    return done(null);
  const claimed = await claimName(site, tx, { name, writerId, articleId: null });
  if (!claimed.ok)
    return refuse(
      'name-taken',
      `“${name}” was kept for this writer for seven days, or was given up. It is now somebody else’s, or cannot be signed with, so that nothing can be published under it. Refuse the response; its writer may send it again under another name.`,
    );
  if (given_up_at !== null)
    await tx.updateTable('pseudonyms').set({ given_up_at }).where('id', '=', pseudonymId).execute();
  return done(null);
}

/** Whether a pseudonym that was given up still keeps its name from others. */
async function holdsAll(tx: Db, { id, name }: { id: string; name: string }): Promise<boolean> {
  const looks = looksToHold(name);
  const held = await tx
    .selectFrom('name_looks')
    .select('look')
    .where('scope', '=', '')
    .where('look', 'in', looks)
    .where('pseudonym_id', '=', id)
    .execute();
  return held.length === looks.length;
}
