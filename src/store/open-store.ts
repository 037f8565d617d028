import type { Config } from '../config.ts';
import { openSqlite } from './sqlite.ts';
import type { Store } from './store.ts';

/** Opens the database that the configuration names. `report` hears of faults while it is open. */
export async function openStore(config: Config, report: (error: Error) => void): Promise<Store> {
  if (config.databaseUrl === null) return openSqlite(config.dataFolder);
  const { openPostgres } = await import('./postgres.ts'); // its driver is not loaded where it is not used
  return openPostgres({ url: config.databaseUrl, connections: config.connections }, report);
}
