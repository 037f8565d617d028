import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { changeSignal } from './change-signal.ts';
import { dueJobs } from './due-jobs.ts';
import { migrate } from './migrate.ts';
import type { Db, Schema } from './schema.ts';
import type { ClaimQuery, SearchDocument, SearchHit, Store } from './store.ts';
import { openWriteQueue } from './write-queue.ts';

/** How often the file is asked whether another process has written to it. */
const pollMilliseconds = 200;

/**
 * Opens `hustings.db` in the data folder, making or upgrading it: WAL with `synchronous=FULL`, so that what was
 * answered survives a loss of power. Throws `StoreError` when an older program meets a newer database.
 */
export async function openSqlite(folder: string): Promise<Store> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'hustings.db');
  const writer = openHandle(path);
  await migrateSqlite(writer.db);
  const reader = openHandle(path, { readOnly: true });
  const signal = changeSignal();
  const queue = openWriteQueue(writer.db, signal.fire);
  const watch = watchOtherProcesses(reader.raw, signal.fire);
  return {
    engine: 'sqlite',
    read: reader.db,
    signIn: writer.db,
    write: queue.write,
    version: signal.version,
    onChange: signal.listen,
    search: { put: putDocument, drop: dropDocument, dropArticle, find: findDocuments },
    claimJobs,
    lockRecord: async () => undefined, // a write already holds the only write lock there is
    async scrub() {
      await queue.write((tx) => sql`INSERT INTO search_text (search_text) VALUES ('optimize')`.execute(tx));
      const [row] = writer.raw.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
      if (Number(row?.busy) !== 0)
        throw new Error('Another process is reading the database: its log stays for now.');
    },
    async close() {
      clearInterval(watch);
      await queue.idle();
      await reader.db.destroy();
      await writer.db.destroy();
    },
  };
}

type Handle = { raw: DatabaseSync; db: Db };

function openHandle(path: string, options: { readOnly?: boolean } = {}): Handle {
  const raw = new DatabaseSync(path, { ...options, timeout: 10_000 });
  if (!options.readOnly) raw.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  // What is erased is overwritten, not only let go.
  if (!options.readOnly) raw.exec('PRAGMA secure_delete = ON');
  raw.exec('PRAGMA foreign_keys = ON; PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY');
  const db = new Kysely<Schema>({ dialect: new SqliteDialect({ database: withStatementCache(raw) }) });
  return { raw, db };
}

/** Node's SQLite in the shape that Kysely's dialect expects, keeping the statements it has prepared. */
function withStatementCache(raw: DatabaseSync) {
  const prepared = new Map<string, ReturnType<typeof asStatement>>();
  return {
    prepare(text: string) {
      const known = prepared.get(text);
      if (known) return known;
      if (prepared.size > 500) prepared.clear();
      const statement = asStatement(raw.prepare(text));
      prepared.set(text, statement);
      return statement;
    },
    close: () => raw.close(),
  };
}

function asStatement(statement: StatementSync) {
  const bind = (values: readonly unknown[]) => values as SQLInputValue[];
  return {
    reader: statement.columns().length > 0,
    all: (values: readonly unknown[]) => statement.all(...bind(values)),
    run: (values: readonly unknown[]) => statement.run(...bind(values)),
    iterate: (values: readonly unknown[]) => statement.iterate(...bind(values)),
  };
}

async function migrateSqlite(db: Db): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`BEGIN IMMEDIATE`.execute(connection);
    try {
      await migrate(connection, 'sqlite');
      await sql`COMMIT`.execute(connection);
    } catch (error) {
      await sql`ROLLBACK`.execute(connection);
      throw error;
    }
  });
}

/** `PRAGMA data_version` changes on this handle when any other handle, of any process, has committed. */
function watchOtherProcesses(reader: DatabaseSync, changed: () => void): NodeJS.Timeout {
  const ask = reader.prepare('PRAGMA data_version');
  const read = () => Number(ask.get()?.data_version);
  let last = read();
  const timer = setInterval(() => {
    const now = read();
    if (now === last) return;
    last = now;
    changed();
  }, pollMilliseconds);
  return timer.unref();
}

async function claimJobs(tx: Db, query: ClaimQuery): Promise<string[]> {
  const rows = await dueJobs(tx, query).execute();
  return rows.map((row) => row.id);
}

async function putDocument(tx: Db, { kind, id, articleId, text }: SearchDocument): Promise<void> {
  await dropDocument(tx, id);
  const row = await sql<{ rowid: number }>`
    INSERT INTO search_documents (kind, id, article_id) VALUES (${kind}, ${id}, ${articleId}) RETURNING rowid
  `.execute(tx);
  await sql`INSERT INTO search_text (rowid, words) VALUES (${row.rows[0]?.rowid}, ${text})`.execute(tx);
}

async function dropDocument(tx: Db, id: string): Promise<void> {
  await sql`DELETE FROM search_text WHERE rowid IN (SELECT rowid FROM search_documents WHERE id = ${id})`.execute(
    tx,
  );
  await sql`DELETE FROM search_documents WHERE id = ${id}`.execute(tx);
}

async function dropArticle(tx: Db, articleId: string): Promise<void> {
  await sql`DELETE FROM search_text WHERE rowid IN (SELECT rowid FROM search_documents WHERE article_id = ${articleId})`.execute(
    tx,
  );
  await sql`DELETE FROM search_documents WHERE article_id = ${articleId}`.execute(tx);
}

async function findDocuments(db: Db, words: string[], page: { limit: number; offset: number }) {
  const match = words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ');
  const found = await sql<SearchHit>`
    SELECT d.kind, d.id FROM search_text JOIN search_documents d ON d.rowid = search_text.rowid
    WHERE search_text MATCH ${match} ORDER BY bm25(search_text), d.id DESC
    LIMIT ${page.limit} OFFSET ${page.offset}
  `.execute(db);
  return found.rows;
}
