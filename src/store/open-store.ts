import type { Config } from '../config.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/** Opens the database that the configuration names. `report` hears of faults while it is open. */
export function openStore(config: Config, report: (error: Error) => void): Promise<Store> {
  return config.databaseUrl === null
    ? openSqlite(config.dataFolder)
    : openPostgres(config.databaseUrl, report);
}
