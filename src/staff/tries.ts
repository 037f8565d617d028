import { keyedHash } from '../lib/ids.ts';
import type { Site } from '../site.ts';
import type { Db, Time } from '../store/schema.ts';

/** What is tried, by or on whom: an address or an account, of which only a keyed hash is kept. */
export type Try = {
  what:
    | 'password'
    | 'code'
    | 'link'
    | 'phrase'
    | 'passkey'
    | 'writer-letter'
    | 'letters'
    | 'response'
    | 'slow'
    | 'notice'
    | 'report';
  whom: string;
  seconds: number;
};

/** Counts a try, in the caller's transaction. Answers how many there were in this span, this one among them. */
export async function countTry(site: Site, tx: Db, tried: Try): Promise<number> {
  const now = site.clock.now();
  const until: Time = new Date(now.getTime() + tried.seconds * 1000).toISOString();
  const row = await tx
    .insertInto('staff_tries')
    .values({ key: keyOf(site, tried), tries: 1, until })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => {
        const over = eb('staff_tries.until', '<=', now.toISOString());
        return {
          tries: eb
            .case()
            .when(over)
            .then(1)
            .else(eb('staff_tries.tries', '+', 1))
            .end(),
          until: eb.case().when(over).then(until).else(eb.ref('staff_tries.until')).end(),
        };
      }),
    )
    .returning('tries')
    .executeTakeFirstOrThrow();
  return Number(row.tries);
}

/** How many tries there were in this span, none added. */
export async function triesOf(site: Site, tx: Db, tried: Omit<Try, 'seconds'>): Promise<number> {
  const row = await tx
    .selectFrom('staff_tries')
    .select('tries')
    .where('key', '=', keyOf(site, tried))
    .where('until', '>', site.clock.now().toISOString())
    .executeTakeFirst();
  return Number(row?.tries ?? 0);
}

/** Until when this span lasts; null where none does. */
export async function triedUntil(site: Site, tx: Db, tried: Omit<Try, 'seconds'>): Promise<Time | null> {
  const row = await tx
    .selectFrom('staff_tries')
    .select('until')
    .where('key', '=', keyOf(site, tried))
    .where('until', '>', site.clock.now().toISOString())
    .executeTakeFirst();
  return row?.until ?? null;
}

/** Forgets the tries on somebody who has succeeded. */
export async function forgetTries(site: Site, tx: Db, tried: Omit<Try, 'seconds'>): Promise<void> {
  await tx.deleteFrom('staff_tries').where('key', '=', keyOf(site, tried)).execute();
}

/** Forgets tries whose span is over: nothing of an address stays. */
export async function forgetOldTries(site: Site): Promise<void> {
  const now = site.clock.now().toISOString();
  await site.store.write((tx) => tx.deleteFrom('staff_tries').where('until', '<=', now).execute());
}

function keyOf({ secrets }: Site, { what, whom }: Omit<Try, 'seconds'>): string {
  return keyedHash(secrets.addressKey, `${what}:${whom}`);
}
