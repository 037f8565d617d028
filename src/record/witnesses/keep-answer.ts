import type { Site } from '../../site.ts';
import type { Db } from '../../store/schema.ts';
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
      .values({ size, key, root, line, at })
      .onConflict((conflict) => conflict.columns(['size', 'key']).doUpdateSet({ root, line, at }))
      .execute();
    const well = { failures: 0, failing_since: null, trouble: null, why: null };
    await keep(tx, key, { ...timesOf(site, everyMinutes), size, ...well });
  });
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
