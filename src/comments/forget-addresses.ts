import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import { forgetSent } from '../store/sent-requests.ts';
import { forgetReporters } from './reports/forget-reporters.ts';

const day = 86_400_000;

/** Forgets the keyed hashes of network addresses after so many days as is promised. Answers how many were forgotten. */
export async function forgetAddresses(site: Site): Promise<number> {
  const kept = Number((await readSettings(site))['retention.addresses']);
  const before = new Date(site.clock.now().getTime() - kept * day).toISOString();
  const found = await site.store.read
    .selectFrom('comments')
    .select('id')
    .where('address_hash', 'is not', null)
    .where('posted_at', '<', before)
    .limit(1)
    .executeTakeFirst();
  await forgetReporters(site, before);
  if (!found) return 0;
  return site.store.write(async (tx) => {
    const result = await tx
      .updateTable('comments')
      .set({ address_hash: null })
      .where('address_hash', 'is not', null)
      .where('posted_at', '<', before)
      .executeTakeFirst();
    return Number(result.numUpdatedRows);
  });
}

/** Forgets the keyed hash of an address when its suspension has ended, by its day or by staff. */
export async function forgetSuspended(site: Site): Promise<void> {
  const now = site.clock.now().toISOString();
  await site.store.write((tx) =>
    tx
      .updateTable('suspensions')
      .set({ address_hash: null })
      .where('address_hash', 'is not', null)
      .where((eb) => eb.or([eb('ended_at', 'is not', null), eb('until', '<=', now)]))
      .execute(),
  );
}

/** Forgets the keys of resent requests in time: a program that has no answer by then asks what became of it. */
export async function forgetKeys(site: Site): Promise<void> {
  const kept = Number((await readSettings(site))['retention.request-keys']);
  const before = new Date(site.clock.now().getTime() - kept * (day / 24)).toISOString();
  await site.store.write((tx) => forgetSent(tx, before));
}
