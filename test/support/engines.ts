import { randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
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
  const name = `test_${randomBytes(8).toString('hex')}`;
  if (template) await makeTemplate(server, (databaseUrl) => template({ dataFolder, databaseUrl }));
  const copied = template ? `TEMPLATE ${templateName} STRATEGY FILE_COPY` : '';
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name} ${copied}`));
  return {
    dataFolder,
    databaseUrl: server.replace(/\/postgres$/, `/${name}`),
    async remove() {
      removeFolder();
      await onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
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

const templateName = 'test_template';

let templateMade: Promise<void> | null = null;

/** Makes the template once for all test processes of a run: who comes first makes it, the others wait. */
async function makeTemplate(server: string, fill: (databaseUrl: string) => Promise<void>): Promise<void> {
  templateMade ??= onServer(server, async (client) => {
    await client.query('SELECT pg_advisory_lock(1)');
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [templateName]);
    if (!known.rowCount) {
      await client.query(`CREATE DATABASE ${templateName}_unready`);
      await fill(server.replace(/\/postgres$/, `/${templateName}_unready`));
      await client.query(`ALTER DATABASE ${templateName}_unready RENAME TO ${templateName}`);
    }
    await client.query('SELECT pg_advisory_unlock(1)');
  });
  await templateMade;
}

let connected: Promise<pg.Client> | null = null;

/** Asks the server itself by one connection for a process: opening one takes longer than copying a database. */
async function onServer(server: string, act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  connected ??= connect(server);
  await act(await connected);
}

async function connect(server: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: server });
  client.on('error', () => undefined); // the server ends before some of its clients
  await client.connect();
  return client;
}
