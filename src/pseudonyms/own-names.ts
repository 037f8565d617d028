import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { claimName } from './claim-name.ts';
import { reserveName } from './hold-name.ts';
import { isStanding } from './queries.ts';
import { readName } from './read-name.ts';

/** So many names may wait to be used: nobody gathers them. */
const mostWaiting = 3;

/**
 * Takes a name to sign with from now on: kept for seven days, and for good once something is published under it. What
 * was published keeps the name that it was signed with, and that one stays its writer's. Refusals on the field `name`:
 * `name-bad`, `names-many`, `name-lapsed`, and as of `claimName`.
 */
export async function takeName(
  site: Site,
  { writerId, name: typed }: { writerId: string; name: string },
): Promise<Outcome<{ name: string }>> {
  const read = readName(typed);
  if (!read.ok) return read;
  return site.store.write(async (tx) => {
    if ((await countWaiting(site, tx, writerId)) >= mostWaiting)
      return refuse(
        'names-many',
        `${mostWaiting} names wait already for something to be published under them: use one of these, or give one up.`,
        'name',
      );
    const claimed = await claimName(site, tx, { writerId, name: read.value, articleId: null });
    if (!claimed.ok) return claimed;
    const until = await reserveName(site, tx, claimed.value);
    if (until === null && !(await isBound(tx, claimed.value)))
      return refuse(
        'name-lapsed',
        `“${read.value}” was kept for you for seven days, and nothing was published under it: for seven days it is anybody’s. You can sign with it while nobody else does.`,
        'name',
      );
    return done({ name: read.value });
  });
}

async function isBound(tx: Db, id: string): Promise<boolean> {
  const row = await tx.selectFrom('pseudonyms').select('bound_at').where('id', '=', id).executeTakeFirst();
  return row?.bound_at != null;
}

/** Locks the writer as well: two requests at once count one another. */
async function countWaiting(site: Site, tx: Db, writerId: string): Promise<number> {
  await tx
    .updateTable('writers')
    .set((eb) => ({ created_at: eb.ref('created_at') }))
    .where('id', '=', writerId)
    .execute();
  const rows = await tx
    .selectFrom('pseudonyms')
    .select('id')
    .where('writer_id', '=', writerId)
    .where('bound_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('reserved_until', '>', site.clock.now().toISOString())
    .execute();
  return rows.length;
}

/**
 * Gives a name up: its writer cannot sign with it any more. While responses stand under it nobody else can have it
 * either; then it is free. Refusal: `no-name`.
 */
export async function giveUpName(
  site: Site,
  { writerId, pseudonymId }: { writerId: string; pseudonymId: string },
): Promise<Outcome<{ name: string }>> {
  return site.store.write(async (tx) => {
    const row = await tx
      .updateTable('pseudonyms')
      .set({ given_up_at: site.clock.now().toISOString() })
      .where('id', '=', pseudonymId)
      .where('writer_id', '=', writerId)
      .where('given_up_at', 'is', null)
      .returning('name')
      .executeTakeFirst();
    if (!row) return refuse('no-name', 'This name is not held in this browser.');
    if (!(await isStanding(tx, pseudonymId)))
      await tx.deleteFrom('name_looks').where('pseudonym_id', '=', pseudonymId).execute();
    return done(row);
  });
}
