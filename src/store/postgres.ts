import { Kysely, PostgresDialect, sql } from 'kysely';
import pg from 'pg';
import { changeSignal } from './change-signal.ts';
import { dueJobs } from './due-jobs.ts';
import { migrate } from './migrate.ts';
import type { Db, Schema } from './schema.ts';
import { type ClaimQuery, type SearchDocument, type SearchHit, type Store, StoreError } from './store.ts';

/** Numbers of the advisory locks that every process of this program agrees on. */
const locks = { migration: 7_481_001, record: 7_481_002 };
const channel = 'hustings_changed';

/**
 * Opens the PostgreSQL database at a `postgres://` address, making or upgrading its tables, with at most so many
 * connections to work by. Throws `StoreError` when it cannot be reached, or when an older program meets a newer
 * database.
 */
export async function openPostgres(
  { url, connections }: { url: string; connections: number },
  report: (error: Error) => void,
): Promise<Store> {
  const pool = new pg.Pool({ connectionString: url, max: connections, connectionTimeoutMillis: 5_000 });
  pool.on('error', report);
  const db = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  await migratePostgres(db);
  const signal = changeSignal();
  const stopListening = listenForChanges(url, signal.fire, report);
  return {
    engine: 'postgres',
    read: db,
    signIn: db,
    async write(verb) {
      const value = await againIfContended(() =>
        db.transaction().execute(async (tx) => {
          const result = await verb(tx);
          await sql`SELECT pg_notify(${channel}, '')`.execute(tx);
          return result;
        }),
      );
      signal.fire();
      return value;
    },
    version: signal.version,
    onChange: signal.listen,
    search: { put: putDocument, drop: dropDocument, dropArticle, find: findDocuments },
    claimJobs,
    async lockRecord(tx) {
      await sql`SELECT pg_advisory_xact_lock(${locks.record})`.execute(tx);
    },
    async scrub() {
      await sql`VACUUM comments, comment_versions, comment_decisions, comment_findings, comment_notes, learned_models, reports, reviews, letter_addresses, search_documents, pseudonyms, name_looks, writer_keys, citation_uses, sent_requests, jobs`.execute(
        db,
      );
    },
    async close() {
      await stopListening();
      await db.destroy();
    },
  };
}

/** Deadlock, serialization failure, and a unique value that somebody else took between a look and a write. */
const contended = new Set(['40P01', '40001', '23505']);
/** Of fifty who want the same at one moment one gets it each time: the last has lost to all the others. */
const mostAttempts = 100;

/** Runs a transaction again where it lost to another one: the second look sees what the other has done. */
async function againIfContended<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await transaction();
    } catch (error) {
      const code = String((error as { code?: unknown }).code ?? '');
      if (!contended.has(code) || attempt === mostAttempts) throw error;
    }
  }
}

async function migratePostgres(db: Db): Promise<void> {
  try {
    await db.transaction().execute(async (tx) => {
      await sql`SELECT pg_advisory_xact_lock(${locks.migration})`.execute(tx);
      await migrate(tx, 'postgres');
    });
  } catch (error) {
    await db.destroy();
    if (!isUnreachable(error)) throw error;
    throw new StoreError(
      `PostgreSQL cannot be reached: ${messageOf(error)}. Check DATABASE_URL and that the server is running.`,
    );
  }
}

function isUnreachable(error: unknown): boolean {
  const code = String((error as { code?: unknown }).code ?? '');
  return /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|28|3D|57P03)/.test(code) || /timeout/i.test(messageOf(error));
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ');
  return error instanceof Error ? error.message : String(error);
}

/** Keeps one connection that hears of commits made elsewhere; after a break it connects again and says so. */
function listenForChanges(url: string, changed: () => void, report: (error: Error) => void) {
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  let closed = false;

  async function connect(): Promise<void> {
    const next = new pg.Client({ connectionString: url, keepAlive: true });
    next.on('error', report);
    next.on('end', later);
    next.on('notification', changed);
    try {
      await next.connect();
      await next.query(`LISTEN ${channel}`);
      client = next;
      changed(); // something may have been missed in between
    } catch (error) {
      report(error as Error);
      later();
    }
  }
  function later(): void {
    if (closed || retry) return;
    retry = setTimeout(() => {
      retry = null;
      void connect();
    }, 1_000).unref();
  }
  const started = connect();

  return async () => {
    closed = true;
    if (retry) clearTimeout(retry);
    await started;
    await client?.end();
  };
}

async function claimJobs(tx: Db, query: ClaimQuery): Promise<string[]> {
  const rows = await dueJobs(tx, query).forUpdate().skipLocked().execute();
  return rows.map((row) => row.id);
}

async function putDocument(tx: Db, { kind, id, articleId, text }: SearchDocument): Promise<void> {
  await sql`
    INSERT INTO search_documents (kind, id, article_id, words)
    VALUES (${kind}, ${id}, ${articleId}, to_tsvector('simple', ${text}))
    ON CONFLICT (id) DO UPDATE SET words = excluded.words
  `.execute(tx);
}

async function dropDocument(tx: Db, id: string): Promise<void> {
  await sql`DELETE FROM search_documents WHERE id = ${id}`.execute(tx);
}

async function dropArticle(tx: Db, articleId: string): Promise<void> {
  await sql`DELETE FROM search_documents WHERE article_id = ${articleId}`.execute(tx);
}

async function findDocuments(db: Db, words: string[], page: { limit: number; offset: number }) {
  const query = words.map((word) => `'${word.replaceAll("'", "''").replaceAll('\\', '\\\\')}':*`).join(' & ');
  const found = await sql<SearchHit>`
    SELECT kind, id FROM search_documents, to_tsquery('simple', ${query}) query
    WHERE words @@ query ORDER BY ts_rank(words, query) DESC, id DESC
    LIMIT ${page.limit} OFFSET ${page.offset}
  `.execute(db);
  return found.rows;
}
