import type { Settings } from '../publication/settings.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import type { Pace } from './filters/filter.ts';
import { paceSettings } from './filters/pace-filter.ts';
import { addressHash, tenMinutesAgo } from './sent-before.ts';

type Counted = { pseudonymId: string | null; address: string; articleId: string; settings: Settings };

/** So many of the last are looked at to count those under one article. */
const mostLooked = 5_000;

/**
 * How many responses came in the last ten minutes, the one that is being taken among them, of whatever a setting limits:
 * under its name, from its network address, under its article. What no setting limits is not counted.
 */
export async function countPaces(
  site: Site,
  tx: Db,
  counted: Counted,
): Promise<Partial<Record<Pace, number>>> {
  const { pseudonymId, address, articleId, settings } = counted;
  const limited = (of: Pace) => Number(settings[paceSettings[of]]) > 0;
  const since = tenMinutesAgo(site);
  const paces: Partial<Record<Pace, number>> = {};
  if (limited('writer') && pseudonymId !== null)
    paces.writer = 1 + (await countOf(tx, { column: 'pseudonym_id', value: pseudonymId, since }));
  if (limited('address'))
    paces.address =
      1 + (await countOf(tx, { column: 'address_hash', value: addressHash(site, address), since }));
  if (limited('article')) paces.article = 1 + (await countUnder(tx, articleId, since));
  return paces;
}

type Column = { column: 'pseudonym_id' | 'address_hash'; value: string; since: string };

async function countOf(tx: Db, { column, value, since }: Column): Promise<number> {
  const row = await tx
    .selectFrom('comments')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where(column, '=', value)
    .where('posted_at', '>', since)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** By time and not by article: a long thread is not read through. */
async function countUnder(tx: Db, articleId: string, since: string): Promise<number> {
  const latest = await tx
    .selectFrom('comments')
    .select('article_id')
    .where('posted_at', '>', since)
    .orderBy('posted_at', 'desc')
    .limit(mostLooked)
    .execute();
  return latest.filter(({ article_id }) => article_id === articleId).length;
}
