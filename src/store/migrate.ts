import { sql } from 'kysely';
import type { EngineName } from './migrations/statements.ts';
import { migrations } from './migrations.ts';
import type { Db } from './schema.ts';
import { StoreError } from './store.ts';

/**
 * Brings the database up to this program's version, inside the caller's transaction and lock. Forward only:
 * a database that a newer program has upgraded is refused (`StoreError`).
 */
export async function migrate(tx: Db, engine: EngineName): Promise<void> {
  await sql`CREATE TABLE IF NOT EXISTS schema_version (version INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL)`.execute(
    tx,
  );
  const current = await currentVersion(tx);
  if (current > migrations.length)
    throw new StoreError(
      `This database is at version ${current} and this program knows versions up to ${migrations.length}: a newer ` +
        'Hustings has used it. Update this program, or restore a backup made before that upgrade.',
    );
  for (const [index, migration] of migrations.entries()) {
    if (index < current) continue;
    for (const statement of migration.statements[engine]) await sql.raw(statement).execute(tx);
    await sql`INSERT INTO schema_version (version, name, at) VALUES (${index + 1}, ${migration.name}, ${new Date().toISOString()})`.execute(
      tx,
    );
  }
}

async function currentVersion(tx: Db): Promise<number> {
  const found = await sql<{
    version: number | null;
  }>`SELECT max(version) AS version FROM schema_version`.execute(tx);
  return Number(found.rows[0]?.version ?? 0);
}
