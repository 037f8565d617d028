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
      await mergeSearch(queue.write);
      await queue.idle();
      emptyLog(path);
    },
    async close() {
      clearInterval(watch);
      await queue.idle();
      await reader.db.destroy();
      await writer.db.destroy();
    },
  };
}

/** So many pages of the full-text index are merged in one write: the writes of others come in between. */
const pagesAtOnce = 200;

/**
 * Merges all segments of the full-text index into one, in which deleted words are no more: FTS5’s `merge`, begun by a
 * negative number of pages and gone on with until it has nothing left to do (sqlite.org/fts5.html, 6.9).
 */
async function mergeSearch(write: Store['write']): Promise<void> {
  for (let pages = -pagesAtOnce; ; pages = pagesAtOnce) {
    const changed = await write(async (tx) => {
      const before = await countChanges(tx);
      await sql`INSERT INTO search_text (search_text, rank) VALUES ('merge', ${pages})`.execute(tx);
      return (await countChanges(tx)) - before;
    });
    if (changed < 2) return;
  }
}

async function countChanges(tx: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT total_changes() AS count`.execute(tx);
  return Number(rows[0]?.count);
}

/** Empties the write-ahead log, by a handle that waits for nobody. Throws where somebody is reading or writing. */
function emptyLog(path: string): void {
  const handle = new DatabaseSync(path, { timeout: 0 });
  try {
    const [row] = handle.prepare('PRAGMA wal_checkpoint(TRUNCATE)').all();
    if (Number(row?.busy) !== 0) throw new Error('Somebody is using the database: its log stays for now.');
  } finally {
    handle.close();
  }
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
