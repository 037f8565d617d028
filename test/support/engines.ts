import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from 'node:test';
import pg from 'pg';
import type { EngineName } from '../../src/store/migrations/statements.ts';

/** Declares the same cases for SQLite and for a real PostgreSQL, which the test run has started. */
export function onBothEngines(title: string, cases: (engine: EngineName) => void): void {
  describe(`${title}, on SQLite`, () => cases('sqlite'));
  describe(`${title}, on PostgreSQL`, () => cases('postgres'));
}

export type EmptyPlace = { dataFolder: string; databaseUrl: string | null; remove(): Promise<void> };

/** A new data folder and, for PostgreSQL, a new database; `remove` throws both away. */
export async function emptyPlace(engine: EngineName): Promise<EmptyPlace> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'hustings-test-'));
  const removeFolder = () => rmSync(dataFolder, { recursive: true, force: true });
  if (engine === 'sqlite') return { dataFolder, databaseUrl: null, remove: async () => removeFolder() };
  const server = process.env.HUSTINGS_TEST_POSTGRES;
  if (!server) throw new Error('HUSTINGS_TEST_POSTGRES is not set: run the tests by `npm test`.');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await onServer(server, `CREATE DATABASE ${name}`);
  return {
    dataFolder,
    databaseUrl: server.replace(/\/postgres$/, `/${name}`),
    async remove() {
      removeFolder();
      await onServer(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
