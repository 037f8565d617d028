import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import pg from 'pg';
import type { Install } from './install.ts';

type Row = Record<string, string | number | null>;

/** Does something to an install's database behind the program's back: one statement, with `?` for each value. */
export async function behindItsBack(
  install: Install,
  statement: string,
  values: (string | number | null)[] = [],
): Promise<Row[]> {
  return install.databaseUrl === null
    ? inFile(join(install.dataFolder, 'hustings.db'), statement, values)
    : onServer(install.databaseUrl, statement, values);
}

function inFile(path: string, statement: string, values: SQLInputValue[]): Row[] {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  try {
    return database.prepare(statement).all(...values) as Row[];
  } finally {
    database.close();
  }
}

async function onServer(url: string, statement: string, values: unknown[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let place = 0;
    const numbered = statement.replace(/\?/g, () => {
      place += 1;
      return `$${place}`;
    });
    return (await client.query<Row>(numbered, values)).rows;
  } finally {
    await client.end();
  }
}
