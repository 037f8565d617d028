import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** Requests that have already reached the socket are read first: their writes then share the commit. */
function afterWhatHasArrived(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

type Waiting = { run: (tx: Db) => Promise<() => void>; reject: (error: unknown) => void };

/** At most so many writes share one commit: each waits for the slowest of its batch. */
const batchSize = 64;

/**
 * SQLite's one line for writes. Whatever waits when the last commit is done goes into the next transaction
 * together, each verb inside a savepoint of its own: one wait for the disk serves them all, a verb that fails
 * takes none of the others with it, and none is answered before the commit.
 */
export function openWriteQueue(db: Db, committed: () => void) {
  const waiting: Waiting[] = [];
  let working: Promise<void> | null = null;

  async function work(): Promise<void> {
    while (waiting.length > 0) {
      await commitTogether(db, waiting.splice(0, batchSize), committed);
      await afterWhatHasArrived();
    }
    working = null;
  }

  return {
    write<T>(verb: (tx: Db) => Promise<T>): Promise<T> {
      return new Promise<T>((resolve, reject) => {
        const run = async (tx: Db) => {
          const value = await verb(tx);
          return () => resolve(value);
        };
        waiting.push({ run, reject });
        working ??= afterWhatHasArrived().then(work);
      });
    },
    async idle(): Promise<void> {
      await working;
    },
  };
}

async function commitTogether(db: Db, batch: Waiting[], committed: () => void): Promise<void> {
  const answers: (() => void)[] = [];
  try {
    await db.connection().execute(async (tx) => {
      await sql`BEGIN IMMEDIATE`.execute(tx);
      try {
        for (const each of batch) answers.push(await inSavepoint(tx, each));
        await sql`COMMIT`.execute(tx);
      } catch (error) {
        await rollBack(tx);
        throw error;
      }
    });
  } catch (error) {
    for (const each of batch) each.reject(error);
    return;
  }
  committed();
  for (const answer of answers) answer();
}

async function inSavepoint(tx: Db, waiting: Waiting): Promise<() => void> {
  await sql`SAVEPOINT verb`.execute(tx);
  try {
    const answer = await waiting.run(tx);
    await sql`RELEASE verb`.execute(tx);
    return answer;
  } catch (error) {
    await sql`ROLLBACK TO verb`.execute(tx);
    await sql`RELEASE verb`.execute(tx);
    return () => waiting.reject(error);
  }
}

/** A full disk may already have rolled the transaction back. */
async function rollBack(tx: Db): Promise<void> {
  try {
    await sql`ROLLBACK`.execute(tx);
  } catch (error) {
    if (!/no transaction is active/.test(String(error))) throw error;
  }
}
