import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
import { smallestCosigned } from '../log/cosignatures.ts';
import { lastPublicSeq } from '../queries.ts';
import type { Trouble, Witness } from './witness.ts';
import { isAlarm } from './witness.ts';

const minute = 60_000;
const longestPause = 24 * 60;

type Asked = { witness: Witness; everyMinutes: number };
type Cosigned = Asked & { cosigned: { line: string; at: string; size: number; root: string } };

/** Keeps a cosignature: whatever was wrong with the witness is over. */
export async function keepCosignature(
  site: Site,
  { witness, everyMinutes, cosigned }: Cosigned,
): Promise<void> {
  const { size, root, line, at } = cosigned;
  const { key } = witness;
  await site.store.write(async (tx) => {
    await tx
      .insertInto('record_cosignatures')
      .values({ key, size, root, line, at })
      .onConflict((conflict) => conflict.columns(['key', 'size']).doUpdateSet({ root, line, at }))
      .execute();
    await forgetCosignatures(tx, key);
    const well = { failures: 0, failing_since: null, trouble: null, why: null };
    await keep(tx, key, { ...timesOf(site, everyMinutes), size, ...well });
  });
}

/** Of each witness as many are kept as it gave last. */
const newestKept = 3;

/**
 * Forgets what a witness cosigned and nobody is given any more. Kept are its newest, its largest tree, which the record
 * is held against, and the smallest tree that has every public entry: no smaller one will be asked for again.
 */
async function forgetCosignatures(tx: Db, key: string): Promise<void> {
  const own = tx.selectFrom('record_cosignatures').select('size').where('key', '=', key);
  const newest = await own.orderBy('at', 'desc').orderBy('size', 'desc').limit(newestKept).execute();
  const largest = await own.orderBy('size', 'desc').limit(1).execute();
  const given = await smallestCosigned(tx, await lastPublicSeq(tx));
  const kept = [...newest, ...largest, ...(given ? [given] : [])].map(({ size }) => size);
  await tx.deleteFrom('record_cosignatures').where('key', '=', key).where('size', 'not in', kept).execute();
}

type Failed = Asked & { trouble: Trouble; why: string; size: number };

/** Keeps what is wrong, and asks again after twice as long each time. */
export async function keepTrouble(site: Site, failed: Failed): Promise<void> {
  const { witness, everyMinutes, trouble, why, size } = failed;
  const told = { witness: witness.name, trouble };
  if (isAlarm(trouble)) site.log.error(told, `a witness of the record says: ${why}`);
  else site.log.warn(told, `a witness of the record did not cosign: ${why}`);
  await site.store.write(async (tx) => {
    const before = await tx
      .selectFrom('record_witnesses')
      .select(['failures', 'failing_since'])
      .where('key', '=', witness.key)
      .executeTakeFirst();
    const failures = (before?.failures ?? 0) + 1;
    const times = timesOf(site, Math.min(everyMinutes * 2 ** Math.min(failures, 10), longestPause));
    const failing_since = before?.failing_since ?? times.asked_at;
    await keep(tx, witness.key, { ...times, size, failures, failing_since, trouble, why });
  });
}

type Row = {
  size: number;
  asked_at: string;
  due_at: string;
  failures: number;
  failing_since: string | null;
  trouble: string | null;
  why: string | null;
};

async function keep(tx: Db, key: string, row: Row): Promise<void> {
  await tx
    .insertInto('record_witnesses')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute();
}

function timesOf({ clock }: Site, minutes: number): { asked_at: string; due_at: string } {
  const now = clock.now();
  return { asked_at: now.toISOString(), due_at: new Date(now.getTime() + minutes * minute).toISOString() };
}
