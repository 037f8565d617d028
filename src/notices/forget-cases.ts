import { askToScrub } from '../comments/erasure/scrub.ts';
import { readSettings } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';

const day = 86_400_000;
/** In one transaction: the writes of others come in between. */
const atOnce = 50;

/**
 * Forgets what was kept of cases that were closed longer ago than the setting says: the notice, the words kept as
 * evidence, letters, answers, who the writer is, reasons for looking that up. Left are the number, the kind, the steps
 * with their times, the outcome and the lines of the record. Answers how many cases.
 */
export async function forgetCases(site: Site): Promise<number> {
  const days = Number((await readSettings(site))['retention.cases']);
  const before = new Date(site.clock.now().getTime() - days * day).toISOString();
  let forgotten = 0;
  for (let more = atOnce; more === atOnce; forgotten += more) {
    const ids = await closedBefore(site.store.read, before);
    if (ids.length > 0) await site.store.write((tx) => forget(site, tx, ids));
    more = ids.length;
  }
  return forgotten;
}

async function closedBefore(db: Db, before: string): Promise<string[]> {
  const rows = await db
    .selectFrom('cases')
    .select('id')
    .where('closed_at', '<', before)
    .where('forgotten_at', 'is', null)
    .orderBy('id')
    .limit(atOnce)
    .execute();
  return rows.map(({ id }) => id);
}

async function forget(site: Site, tx: Db, ids: string[]): Promise<void> {
  for (const table of ['case_evidence', 'case_letters', 'case_replies'] as const)
    await tx.deleteFrom(table).where('case_id', 'in', ids).execute();
  await tx
    .updateTable('case_steps')
    .set({ facts: null })
    .where('case_id', 'in', ids)
    .where('kind', '=', 'opened')
    .execute();
  await tx
    .updateTable('cases')
    .set({ fields: '{}', email: null, confirmed_at: null, forgotten_at: site.clock.now().toISOString() })
    .where('id', 'in', ids)
    .execute();
  await askToScrub(site, tx);
}
