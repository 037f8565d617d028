import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { setHost } from './due-hosts.ts';

/** Whoever looks at a page has that long; then another may, and may ask its host. */
const claimMilliseconds = 600_000;
/** Between two looks at pages of one host, from the end of the first. */
const paceMilliseconds = 3_000;
/** Hosts may turn out to have nothing due: then others are taken, in so many rounds. */
const mostRounds = 20;

/** A page to be looked at, and the host that nobody else asks meanwhile. */
export type Claimed = { id: string; host: string };

/**
 * Takes pages that are due for a look, each of another host, and of no host that is being asked or was a moment ago:
 * however many links lead to one host, and however slow it is, the others do not wait for it. Two processes never take
 * the same. `release` each when it was looked at.
 */
export async function claimDue(site: Site, most: number): Promise<Claimed[]> {
  const now = site.clock.now();
  const at = now.toISOString();
  if (most <= 0 || (await dueHosts(site.store.read, { at, most: 1 })).length === 0) return [];
  const until = new Date(now.getTime() + claimMilliseconds).toISOString();
  return site.store.write(async (tx) => {
    const claimed: Claimed[] = [];
    for (let round = 0; round < mostRounds && claimed.length < most; round += 1) {
      const hosts = await dueHosts(tx, { at, most: most - claimed.length });
      if (hosts.length === 0) break;
      for (const host of hosts) claimed.push(...(await claimOf(tx, { host, at, until })));
    }
    return claimed;
  });
}

/** Lets a host be asked again after a rest. */
export async function release(site: Site, { host }: Claimed): Promise<void> {
  const next = new Date(site.clock.now().getTime() + paceMilliseconds).toISOString();
  await site.store.write((tx) => setHost(tx, host, next));
}

async function dueHosts(db: Db, { at, most }: { at: string; most: number }): Promise<string[]> {
  const rows = await db
    .selectFrom('link_hosts')
    .select('host')
    .where('due_at', '<=', at)
    .where('next_at', '<=', at)
    .where('barred_at', 'is', null)
    .orderBy('due_at')
    .limit(most)
    .execute();
  return rows.map(({ host }) => host).sort();
}

type Claim = { host: string; at: string; until: string };

/** The longest due page of a host, unless another process has just taken one; none where it turns out that none is due. */
async function claimOf(tx: Db, { host, at, until }: Claim): Promise<Claimed[]> {
  const mine = await tx
    .updateTable('link_hosts')
    .set({ next_at: until })
    .where('host', '=', host)
    .where('next_at', '<=', at)
    .where('barred_at', 'is', null)
    .returning('host')
    .executeTakeFirst();
  if (!mine) return [];
  const taken = await tx
    .updateTable('citations')
    .set({ due_at: until })
    .where('id', '=', (eb) =>
      eb
        .selectFrom('citations as due')
        .select('due.id')
        .where('due.host', '=', host)
        .where('due.due_at', '<=', at)
        .orderBy('due.due_at')
        .orderBy('due.id')
        .limit(1),
    )
    .returning('id')
    .execute();
  await setHost(tx, host, taken.length === 0 ? at : until);
  return taken.map(({ id }) => ({ id, host }));
}
