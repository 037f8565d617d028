import { sql } from 'kysely';
import type { Db } from './schema.ts';

/** Does, inside a write, what may fail without taking the write with it: then only what it wrote is undone. */
export async function inSavepoint<T>(tx: Db, act: () => Promise<T>): Promise<T> {
  await sql`SAVEPOINT part`.execute(tx);
  try {
    const value = await act();
    await sql`RELEASE SAVEPOINT part`.execute(tx);
    return value;
  } catch (error) {
    await sql`ROLLBACK TO SAVEPOINT part`.execute(tx);
    await sql`RELEASE SAVEPOINT part`.execute(tx);
    throw error;
  }
}
