import { newId } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

/** How somebody wants the queue narrowed: the query of its address, by a name of theirs. */
export type OwnView = { id: string; name: string; query: string };

const most = 12;
const longestName = 40;

/**
 * Keeps a view of the queue for one of the staff; one of the same name is replaced. Refusals, with their field: `no-name`,
 * `long-name`, `no-view`, `too-many`.
 */
export async function keepView(
  site: Site,
  { staffId, name, query }: { staffId: string; name: string; query: string },
): Promise<Outcome<null>> {
  const named = name.trim();
  if (query === '')
    return refuse('no-view', 'Narrow the queue first: a view of everything is the queue itself.');
  if (named === '') return refuse('no-name', 'Give the view a name.', 'name');
  if ([...named].length > longestName)
    return refuse('long-name', `The name is longer than ${longestName} characters: shorten it.`, 'name');
  return site.store.write(async (tx) => {
    const others = (await ownViews(tx, staffId)).filter((view) => view.name !== named);
    if (others.length >= most)
      return refuse('too-many', `You keep ${most} views already: forget one of them first.`);
    await tx
      .insertInto('named_views')
      .values({ id: newId(site.clock, site.random), staff_id: staffId, name: named, query })
      .onConflict((conflict) => conflict.columns(['staff_id', 'name']).doUpdateSet({ query }))
      .execute();
    return done(null);
  });
}

/** Forgets a view of their own; of somebody else's nothing happens. */
export async function forgetView(
  site: Site,
  { id, staffId }: { id: string; staffId: string },
): Promise<void> {
  await site.store.write((tx) =>
    tx.deleteFrom('named_views').where('id', '=', id).where('staff_id', '=', staffId).execute(),
  );
}

/** The views that somebody keeps, by name. */
export async function ownViews(db: Db, staffId: string): Promise<OwnView[]> {
  return db
    .selectFrom('named_views')
    .select(['id', 'name', 'query'])
    .where('staff_id', '=', staffId)
    .orderBy('name')
    .execute();
}
