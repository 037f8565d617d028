import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe } from 'node:test';
import type { EngineName } from '../../src/store/migrations/statements.ts';
import { lendDatabase, makeDatabase } from './lent-databases.ts';

/** Declares the same cases for SQLite and for a real PostgreSQL, which the test run has started. */
export function onBothEngines(title: string, cases: (engine: EngineName) => void): void {
  describe(`${title}, on SQLite`, () => cases('sqlite'));
  describe(`${title}, on PostgreSQL`, () => cases('postgres'));
}

export type EmptyPlace = { dataFolder: string; databaseUrl: string | null; remove(): Promise<void> };

/** Opens the database of a data folder or at an address, and closes it again with all its tables made. */
export type Filling = (place: { dataFolder: string; databaseUrl: string | null }) => Promise<void>;

/**
 * A new data folder and, for PostgreSQL, a new database; `remove` throws both away. A copy of a `template` is as good
 * as an empty database to whoever needs its tables, and comes twenty times sooner.
 */
export async function emptyPlace(
  engine: EngineName,
  { template }: { template?: Filling } = {},
): Promise<EmptyPlace> {
  const run = given('HUSTINGS_TEST_FOLDER');
  const dataFolder = mkdtempSync(join(run, 'data-'));
  const removeFolder = () => rmSync(dataFolder, { recursive: true, force: true });
  if (engine === 'sqlite') {
    if (template) copyFileSync(await templateFile(run, template), join(dataFolder, 'hustings.db'));
    return { dataFolder, databaseUrl: null, remove: async () => removeFolder() };
  }
  const server = given('HUSTINGS_TEST_POSTGRES');
  const database = template
    ? await lendDatabase(server, (databaseUrl) => template({ dataFolder, databaseUrl }))
    : await makeDatabase(server);
  return {
    dataFolder,
    databaseUrl: database.url,
    async remove() {
      removeFolder();
      await database.giveBack();
    },
  };
}

/** What the test run has put into the environment of its test files. */
function given(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests by \`npm test\`.`);
  return value;
}

/** The file to copy, made once for a run: two who make it at once make the same. */
async function templateFile(run: string, fill: Filling): Promise<string> {
  const file = join(run, 'template.db');
  if (existsSync(file)) return file;
  const dataFolder = mkdtempSync(join(run, 'template-'));
  await fill({ dataFolder, databaseUrl: null });
  renameSync(join(dataFolder, 'hustings.db'), file);
  return file;
}
