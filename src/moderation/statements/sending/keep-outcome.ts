import type { Site } from '../../../site.ts';

const minute = 60_000;
const longestPause = 12 * 60 * minute;

type Settled = {
  state: 'sent' | 'refused' | 'exempt';
  statements: readonly (readonly [string, string | null])[];
};

/** Keeps what became of statements, each with why where it was not sent. */
export async function settle(site: Site, { state, statements }: Settled): Promise<void> {
  if (statements.length === 0) return;
  const settled_at = site.clock.now().toISOString();
  await site.store.write(async (tx) => {
    for (const [puid, why] of statements)
      await tx
        .updateTable('statement_sendings')
        .set({ state, settled_at, why })
        .where('puid', '=', puid)
        .where('state', '=', 'waiting')
        .execute();
  });
  if (state === 'refused')
    site.log.warn(
      { statements: statements.length },
      'the Transparency Database refused statements of reasons',
    );
}

/** The other side answered as it should: whatever was wrong is over. */
export async function keepHealth(site: Site): Promise<void> {
  await site.store.write((tx) =>
    tx
      .updateTable('statement_sender')
      .set({ failures: 0, failing_since: null, why: null })
      .where('failures', '>', 0)
      .execute(),
  );
}

/** The other side failed: it is asked again after twice as long each time, half a day at most. */
export async function keepFailure(site: Site, why: string): Promise<void> {
  site.log.warn({ why }, 'statements of reasons could not be sent');
  const now = site.clock.now();
  await site.store.write(async (tx) => {
    const before = await tx
      .selectFrom('statement_sender')
      .select(['failures', 'failing_since'])
      .executeTakeFirstOrThrow();
    const failures = before.failures + 1;
    const pause = Math.min(minute * 2 ** Math.min(failures, 20), longestPause);
    await tx
      .updateTable('statement_sender')
      .set({
        ...{ failures, why, failing_since: before.failing_since ?? now.toISOString() },
        due_at: new Date(now.getTime() + pause).toISOString(),
      })
      .execute();
  });
}

/** Keeps how many are sent at once, from one job to the next. */
export async function keepBatchSize(site: Site, at_once: number): Promise<void> {
  await site.store.write((tx) =>
    tx.updateTable('statement_sender').set({ at_once }).where('at_once', '<>', at_once).execute(),
  );
}

/** What waits and was decided before a day (UTC) is noted no longer: an earlier day brings it again. */
export async function dropEarlier(site: Site, day: string): Promise<void> {
  const at = `${day}T00:00:00.000Z`;
  await site.store.write((tx) =>
    tx
      .deleteFrom('statement_sendings')
      .where('state', '=', 'waiting')
      .where(({ exists, or, selectFrom }) =>
        or([
          exists(
            selectFrom('comment_decisions').select('id').whereRef('id', '=', 'puid').where('at', '<', at),
          ),
          exists(selectFrom('suspensions').select('id').whereRef('id', '=', 'puid').where('at', '<', at)),
        ]),
      )
      .execute(),
  );
}

/** Has what was refused sent once more, after the reason was mended. Answers how many. */
export async function sendRefusedAgain(site: Site): Promise<number> {
  return site.store.write(async (tx) => {
    const again = await tx
      .updateTable('statement_sendings')
      .set({ state: 'waiting', settled_at: null, why: null })
      .where('state', '=', 'refused')
      .returning('puid')
      .execute();
    return again.length;
  });
}
