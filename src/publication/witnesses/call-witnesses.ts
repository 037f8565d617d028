import { enqueueOnce } from '../../jobs/enqueue.ts';
import { chainHead } from '../../record/queries.ts';
import { askWitness } from '../../record/witnesses/ask-witness.ts';
import { witnessAsked } from '../../record/witnesses/queries.ts';
import { readWitnesses, type Witness } from '../../record/witnesses/witness.ts';
import type { Site } from '../../site.ts';
import { readSettings } from '../queries.ts';

/** The kind of job that asks one witness. */
export const witnessKind = 'record.witness';

/** Asks, as a job each, for every witness whose time has come and who has not seen all entries. Answers how many. */
export async function callWitnesses(site: Site): Promise<number> {
  const witnesses = await witnessesOf(site);
  const size = witnesses.length > 0 ? ((await chainHead(site.store.read))?.seq ?? 0) : 0;
  let called = 0;
  for (const { key } of witnesses)
    if (size > 0 && (await isDue(site, { key, size })) && (await callOnce(site, key))) called += 1;
  return called;
}

/** The job: asks the witness with a key, unless it is none any more, or was asked meanwhile. */
export async function askCalled(site: Site, { key }: { key: string }): Promise<void> {
  const witness = (await witnessesOf(site)).find((each) => each.key === key);
  const size = (await chainHead(site.store.read))?.seq ?? 0;
  if (!witness || !(await isDue(site, { key, size }))) return;
  const everyMinutes = Number((await readSettings(site))['record.witness-minutes']);
  await askWitness(site, { witness, everyMinutes });
}

/** Who is asked, as it is set. */
export async function witnessesOf(site: Site): Promise<Witness[]> {
  return readWitnesses((await readSettings(site))['record.witnesses']) ?? [];
}

async function isDue(site: Site, { key, size }: { key: string; size: number }): Promise<boolean> {
  const state = await witnessAsked(site.store.read, key);
  if (state === null) return true;
  const isNew = size !== state.size || state.trouble !== null;
  return isNew && state.dueAt <= site.clock.now().toISOString();
}

function callOnce(site: Site, key: string): Promise<boolean> {
  const dueAt = site.clock.now().toISOString();
  return site.store.write((tx) => enqueueOnce(site, tx, { kind: witnessKind, payload: { key }, dueAt }));
}
