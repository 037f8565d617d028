import type { Db } from '../../../store/schema.ts';

/** How the sending fares. */
export type SenderState = {
  sendFrom: string;
  lookedTo: string;
  dueAt: string;
  failures: number;
  failingSince: string | null;
  why: string | null;
  /** How many are sent at once. */
  atOnce: number;
};

/** How far decisions were looked through, and what failed last. */
export async function senderState(db: Db): Promise<SenderState> {
  const row = await db
    .selectFrom('statement_sender')
    .select(['send_from', 'looked_to', 'due_at', 'failures', 'failing_since', 'why', 'at_once'])
    .executeTakeFirstOrThrow();
  return {
    ...{ sendFrom: row.send_from, lookedTo: row.looked_to, dueAt: row.due_at },
    ...{ failures: row.failures, failingSince: row.failing_since, why: row.why, atOnce: row.at_once },
  };
}

/** The identifiers of those that wait, the oldest first. */
export async function waitingStatements(db: Db, limit: number): Promise<string[]> {
  const rows = await db
    .selectFrom('statement_sendings')
    .select('puid')
    .where('state', '=', 'waiting')
    .orderBy('puid')
    .limit(limit)
    .execute();
  return rows.map(({ puid }) => puid);
}

/** Whether one waits to be sent. */
export async function anyWaiting(db: Db): Promise<boolean> {
  return (await waitingStatements(db, 1)).length > 0;
}

export type SendingCounts = { waiting: number; sent: number; refused: number; exempt: number };

/** How many statements are in each state. */
export async function sendingCounts(db: Db): Promise<SendingCounts> {
  const rows = await db
    .selectFrom('statement_sendings')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .groupBy('state')
    .execute();
  const counts: SendingCounts = { waiting: 0, sent: 0, refused: 0, exempt: 0 };
  for (const { state, count } of rows) counts[state] = Number(count);
  return counts;
}

export type RefusedStatement = { puid: string; at: string; why: string };

/** What the other side did not take, and why, the newest first. */
export async function refusedStatements(db: Db, limit: number): Promise<RefusedStatement[]> {
  const rows = await db
    .selectFrom('statement_sendings')
    .select(['puid', 'settled_at', 'why'])
    .where('state', '=', 'refused')
    .orderBy('puid', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ puid, settled_at, why }) => ({ puid, at: settled_at ?? '', why: why ?? '' }));
}
