import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** A PostgreSQL database with all tables made and nothing in them. */
export type LentDatabase = { url: string; giveBack(): Promise<void> };

const templateName = 'test_template';

/**
 * Lends a database of this server that is as new. One that is given back is emptied and lent again, in this process or
 * in another of the run: making one takes twenty times as long as emptying one. `fill` makes the tables of the first.
 */
export async function lendDatabase(
  server: string,
  fill: (databaseUrl: string) => Promise<void>,
): Promise<LentDatabase> {
  await makeTemplate(server, fill);
  const name = (await spareName(server)) ?? (await copyOfTemplate(server));
  const url = urlOf(server, name);
  return {
    url,
    async giveBack() {
      if (await isAsNew(server, url))
        await onServer(server, (client) => client.query('INSERT INTO spare VALUES ($1)', [name]));
      else await dropDatabase(server, name);
    },
  };
}

/** Makes an empty database, without a table in it. */
export async function makeDatabase(server: string): Promise<LentDatabase> {
  const name = newName();
  await onServer(server, (client) => client.query(`CREATE DATABASE ${name}`));
  return { url: urlOf(server, name), giveBack: () => dropDatabase(server, name) };
}

const newName = () => `test_${randomBytes(8).toString('hex')}`;
const urlOf = (server: string, name: string) => server.replace(/\/postgres$/, `/${name}`);

function dropDatabase(server: string, name: string): Promise<void> {
  return onServer(server, (client) => client.query(`DROP DATABASE ${name} WITH (FORCE)`));
}

async function spareName(server: string): Promise<string | undefined> {
  let name: string | undefined;
  await onServer(server, async (client) => {
    const taken = await client.query<{ name: string }>(
      'DELETE FROM spare WHERE name = (SELECT name FROM spare LIMIT 1 FOR UPDATE SKIP LOCKED) RETURNING name',
    );
    name = taken.rows[0]?.name;
  });
  return name;
}

async function copyOfTemplate(server: string): Promise<string> {
  const name = newName();
  await onServer(server, (client) =>
    client.query(`CREATE DATABASE ${name} TEMPLATE ${templateName} STRATEGY FILE_COPY`),
  );
  return name;
}

/** What the tables are made of: whoever changed that gives back another database than was lent. */
const shape = `SELECT md5(string_agg(line, ' ' ORDER BY line COLLATE "C")) AS shape FROM (
  SELECT concat_ws(' ', relname, relkind, relnatts, relchecks, relhastriggers, relhasindex) AS line
    FROM pg_class WHERE relnamespace = 'public'::regnamespace
  UNION ALL SELECT concat_ws(' ', conrelid, conname) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT concat_ws(' ', tgrelid, tgname) FROM pg_trigger
  UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace) AS lines`;

/** Tables whose files are not empty, gone rows among what is in them. */
const written = `SELECT quote_ident(relname) AS name FROM pg_class
  WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND pg_relation_size(oid) > 0`;

type Table = { name: string; rows: unknown };
type Template = { shape: string; tables: Table[] };

/** Empties a database down to what its template holds. False where it is no longer the same tables. */
async function isAsNew(server: string, url: string): Promise<boolean> {
  const template = await templateOf(server);
  const client = await connect(url);
  try {
    await client.query(`SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`);
    const now = await client.query<{ shape: string }>(shape);
    if (now.rows[0]?.shape !== template.shape) return false;
    const { rows } = await client.query<{ name: string }>(written);
    await client.query(
      [
        'BEGIN; SET LOCAL session_replication_role = replica',
        ...rows.map(({ name }) => `DELETE FROM ${name}`),
        ...template.tables.map(
          (table) =>
            `INSERT INTO ${table.name} SELECT * FROM jsonb_populate_recordset(NULL::${table.name}, ${literal(table.rows)})`,
        ),
        'COMMIT',
      ].join(';\n'),
    );
    if (rows.length > 0) await client.query(`VACUUM ${rows.map(({ name }) => name)}`);
    await client.query('SELECT pg_stat_reset()');
    return true;
  } finally {
    await client.end();
  }
}

function literal(rows: unknown): string {
  return `${pg.escapeLiteral(JSON.stringify(rows))}::jsonb`;
}

let known: Promise<Template> | null = null;

function templateOf(server: string): Promise<Template> {
  known ??= (async () => {
    let template: Template | undefined;
    await onServer(server, async (client) => {
      template = (await client.query<Template>('SELECT shape, tables FROM template')).rows[0];
    });
    if (!template) throw new Error('the template was not made');
    return template;
  })();
  return known;
}

let templateMade: Promise<void> | null = null;

/** Makes the template once for all test processes of a run: who comes first makes it, the others wait. */
async function makeTemplate(server: string, fill: (databaseUrl: string) => Promise<void>): Promise<void> {
  templateMade ??= onServer(server, async (client) => {
    await client.query('SELECT pg_advisory_lock(1)');
    const made = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [templateName]);
    if (!made.rowCount) {
      await client.query(`CREATE DATABASE ${templateName}_unready`);
      const url = urlOf(server, `${templateName}_unready`);
      await fill(url);
      const template = await readTemplate(url);
      await client.query('CREATE TABLE spare (name TEXT PRIMARY KEY)');
      await client.query('CREATE TABLE template (shape TEXT, tables JSONB)');
      await client.query('INSERT INTO template VALUES ($1, $2)', [
        template.shape,
        JSON.stringify(template.tables),
      ]);
      await client.query(`ALTER DATABASE ${templateName}_unready RENAME TO ${templateName}`);
    }
    await client.query('SELECT pg_advisory_unlock(1)');
  });
  await templateMade;
}

async function readTemplate(url: string): Promise<Template> {
  const client = await connect(url);
  const found = await client.query<{ shape: string }>(shape);
  const tables: Table[] = [];
  for (const { name } of (await client.query<{ name: string }>(written)).rows) {
    const { rows } = await client.query<Table>(`SELECT jsonb_agg(to_jsonb(t)) AS rows FROM ${name} AS t`);
    if (rows[0]?.rows) tables.push({ name, rows: rows[0].rows });
  }
  await client.end();
  return { shape: found.rows[0]?.shape ?? '', tables };
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
