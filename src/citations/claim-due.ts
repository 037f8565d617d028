import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

/** Whoever looks at a page has that long; then another may. */
const claimMilliseconds = 600_000;
/** Between two looks at pages of one host. */
const paceMilliseconds = 3_000;

/**
 * Takes pages that are due for a look, each of another host, and of no host that was asked a moment ago: however many
 * links lead to one host, the others do not wait for it. Two processes never take the same. Answers their ids.
 */
export async function claimDue(site: Site, most: number): Promise<string[]> {
  const now = site.clock.now();
  const at = now.toISOString();
  if (most <= 0 || (await dueIds(site.store.read, { at, most: 1 })).length === 0) return [];
  return site.store.write(async (tx) => {
    const ids = await dueIds(tx, { at, most });
    if (ids.length === 0) return [];
    const taken = await tx
      .updateTable('citations')
      .set({ due_at: new Date(now.getTime() + claimMilliseconds).toISOString() })
      .where('id', 'in', ids)
      .where('due_at', '<=', at)
      .returning(['id', 'host'])
      .execute();
    const next_at = new Date(now.getTime() + paceMilliseconds).toISOString();
    for (const { host } of taken)
      await tx
        .insertInto('link_hosts')
        .values({ host, next_at })
        .onConflict((conflict) => conflict.column('host').doUpdateSet({ next_at }))
        .execute();
    return taken.map(({ id }) => id);
  });
}

async function dueIds(db: Db, { at, most }: { at: string; most: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('citations')
    .select((eb) => eb.fn.min('id').as('id'))
    .where('due_at', '<=', at)
    .where('host', 'not in', (eb) =>
      eb
        .selectFrom('link_hosts')
        .select('link_hosts.host')
        .where((host) => host.or([host('next_at', '>', at), host('barred_at', 'is not', null)])),
    )
    .groupBy('host')
    .orderBy((eb) => eb.fn.min('due_at'))
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}
