import { settingsIn } from '../../publication/queries.ts';
import { readCategories } from '../../publication/statement-categories.ts';
import type { Db } from '../../store/schema.ts';
import { databaseStatement } from './database-statement.ts';
import { statementsBetween } from './queries.ts';

const hour = 3_600_000;
const pageHours = 24;

/**
 * The statements of a period in the schema of the Transparency Database, one line of JSON each, in their order: `from` is
 * in it, `to` is not, both UTC times. It reads a day at a time, so that a period of any length fits into memory.
 */
export async function* statementLines(
  db: Db,
  { from, to }: { from: string; to: string },
): AsyncGenerator<string> {
  const categories = readCategories((await settingsIn(db))['statements.categories']) ?? new Map();
  for (let begin = from; begin < to; ) {
    const next = new Date(Date.parse(begin) + pageHours * hour).toISOString();
    const end = next < to ? next : to;
    for (const statement of await statementsBetween(db, { from: begin, to: end, limit: 1_000_000 }))
      yield JSON.stringify(databaseStatement(statement, categories));
    begin = end;
  }
}
