/** The engines that a statement is written for. */
export type EngineName = 'sqlite' | 'postgres';

/** One step forward of the tables. */
export type Migration = { name: string; statements: Record<EngineName, string[]> };

/** Statements for both engines, with the few that only one of them understands put behind. */
export function both(...statements: string[]) {
  const all = {
    sqlite: statements.map((statement) => forEngine(statement, 'sqlite')),
    postgres: statements.map((statement) => forEngine(statement, 'postgres')),
  };
  return {
    ...all,
    with: (own: Record<EngineName, string[]>) => ({
      sqlite: [...all.sqlite, ...own.sqlite],
      postgres: [...all.postgres, ...own.postgres],
    }),
  };
}

/** PostgreSQL's text is compared byte by byte (`COLLATE "C"`), as SQLite's is, so that ids and times sort alike. */
function forEngine(statement: string, engine: EngineName): string {
  if (engine === 'sqlite') return statement.replaceAll('INSTANT', 'TEXT').replaceAll('BOOL ', 'INTEGER ');
  return statement
    .replaceAll(/\bTEXT\b/g, 'TEXT COLLATE "C"')
    .replaceAll('INSTANT', 'TIMESTAMPTZ')
    .replaceAll('BOOL ', 'BOOLEAN ')
    .replace(/\) STRICT$/, ')');
}
