import { type Refusal, refuse } from '../../lib/refusal.ts';
import { looksSame } from '../../names/look-alike.ts';
import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import type { Guest } from './guest.ts';

type Named = { id: string; byline: string[]; guests?: Guest[] | undefined; staffId: string | null };

/**
 * Keeps who of the names over an article are guests, inside the caller's transaction; where nothing is said of guests,
 * those stay whose names do.
 */
export async function setGuests(site: Site, tx: Db, { id, byline, guests, staffId }: Named): Promise<void> {
  const kept = guests === undefined ? byline : [];
  await tx
    .deleteFrom('guest_bylines')
    .where('article_id', '=', id)
    .where((eb) => (kept.length === 0 ? eb.lit(true) : eb('name', 'not in', kept)))
    .execute();
  const at = site.clock.now().toISOString();
  for (const { name, note, url } of guests ?? [])
    await tx
      .insertInto('guest_bylines')
      .values({ article_id: id, name, note, url, at, by_staff: staffId })
      .execute();
}

/**
 * Why these cannot be guests: a guest stands in the byline, and bears no name that passes for one of the staff,
 * whoever left among them. Refusals: `guest-not-named`, `guest-is-staff`.
 */
export async function whyNoGuests(
  tx: Db,
  { byline, guests = [] }: { byline: string[]; guests?: Guest[] | undefined },
): Promise<Refusal | null> {
  const missing = guests.find(({ name }) => !byline.includes(name));
  if (missing)
    return refuse(
      'guest-not-named',
      `${missing.name} is a guest, and not in the byline: add the name there too.`,
      'guests',
    );
  if (guests.length === 0) return null;
  const staff = await tx.selectFrom('staff').select('name').execute();
  const alike = guests.find((guest) => staff.some(({ name }) => looksSame(guest.name, name)));
  return alike
    ? refuse(
        'guest-is-staff',
        `“${alike.name}” is the name of a member of staff, or would pass for it: a guest needs a name that readers can tell apart, such as one with a middle name.`,
        'guests',
      )
    : null;
}
