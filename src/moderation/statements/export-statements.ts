import { settingsIn } from '../../publication/queries.ts';
import type { Settings } from '../../publication/settings.ts';
import { readCategories } from '../../publication/statement-categories.ts';
import type { Db } from '../../store/schema.ts';
import { databaseStatement, type StatementStyle } from './database-statement.ts';
import { exemptionOf } from './exemption.ts';
import { statementsBetween } from './queries.ts';

const pageSize = 1000;

/**
 * The statements of a period in the schema of the Transparency Database, one line of JSON each, in their order: `from` is
 * in it, `to` is not, both UTC times. What that database is not owed is left out. It reads in pages, so that a period of
 * any length fits into memory.
 */
export async function* statementLines(db: Db, period: { from: string; to: string }): AsyncGenerator<string> {
  const style = styleOf(await settingsIn(db));
  for (let after = ''; ; ) {
    const page = await statementsBetween(db, { ...period, after, limit: pageSize });
    for (const statement of page)
      if (exemptionOf(statement, style.categories) === null)
        yield JSON.stringify(databaseStatement(statement, style));
    const last = page.at(-1);
    if (!last || page.length < pageSize) return;
    after = last.id;
  }
}

/** How statements are written, by the settings. */
export function styleOf(settings: Settings): StatementStyle {
  const categories = readCategories(settings['statements.categories']) ?? new Map();
  return { categories, locale: settings.locale };
}
