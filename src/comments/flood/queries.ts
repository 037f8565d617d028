import { sql } from 'kysely';
import { readSettings } from '../../publication/queries.ts';
import type { Site } from '../../site.ts';
import type { Db, Time } from '../../store/schema.ts';
import { tenMinutesAgo } from '../sent-before.ts';
import { busiest, floodBegan } from './flood.ts';

/** So many times of responses are looked through for when a flood began. */
const mostLooked = 5_000;

/** How many responses of readers came since then, counted no further than `most`. An index alone is read. */
export async function sentSince(db: Db, { since, most }: { since: Time; most: number }): Promise<number> {
  const row = await db
    .selectFrom(
      ofReaders(db)
        .select((eb) => eb.lit(1).as('one'))
        .where('posted_at', '>', since)
        .limit(most)
        .as('sent'),
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Whether the next responses may have to bring a proof of work: a little sooner, for whoever sends just as it begins. */
export async function isFloodNear(site: Site): Promise<boolean> {
  const most = Math.ceil(0.8 * Number((await readSettings(site))['comments.flood']));
  const since = tenMinutesAgo(site);
  return most > 0 && (await sentSince(site.store.read, { since, most })) >= most;
}

/** What the desk is told. `since` is null where a flood began before all that is looked through. */
export type FloodView = {
  /** The setting: from the next one on it is a flood. */
  most: number;
  /** In ten minutes; no more than `mostCounted` are counted. */
  sent: number;
  isOn: boolean;
  since: Time | null;
};

/** No more are counted for the desk. */
export const mostCounted = 10_000;

/** How many responses came in the last ten minutes, and whether that is a flood; null where none is ever one. */
export async function readFlood(site: Site): Promise<FloodView | null> {
  const most = Number((await readSettings(site))['comments.flood']);
  if (most === 0) return null;
  const db = site.store.read;
  const sent = await sentSince(db, { since: tenMinutesAgo(site), most: Math.max(most, mostCounted) });
  if (sent < most) return { most, sent, isOn: false, since: null };
  const times = await ofReaders(db)
    .select('posted_at')
    .orderBy('posted_at', 'desc')
    .limit(most + mostLooked)
    .execute();
  const since = floodBegan(
    times.map((each) => each.posted_at),
    { most, isAll: times.length < most + mostLooked },
  );
  return { most, sent, isOn: true, since };
}

/** So far back, and at so many responses at most, it is looked for how many come at the busiest. */
const back = { days: 90, most: 50_000 };

/** The most that came within ten minutes in the last 90 days: by which a number is chosen. */
export async function readBusiest({ store, clock }: Site): Promise<number> {
  const since = new Date(clock.now().getTime() - back.days * 86_400_000).toISOString();
  const times = await ofReaders(store.read)
    .select('posted_at')
    .where('posted_at', '>', since)
    .orderBy('posted_at', 'desc')
    .limit(back.most)
    .execute();
  return busiest(times.map((each) => each.posted_at));
}

/** The kind is written out, or no index of one kind alone would be used. */
function ofReaders(db: Db) {
  return db.selectFrom('comments').where(sql<boolean>`origin = 'reader'`);
}
