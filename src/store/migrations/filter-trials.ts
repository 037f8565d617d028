import { both, type Migration } from './statements.ts';

/** What a filter would have held: asked for at the desk, counted by a job in slices, forgotten after a week. */
export const filterTrials: Migration = {
  name: 'trials of filters',
  statements: both(
    `CREATE TABLE filter_trials (
      id TEXT PRIMARY KEY, reason TEXT NOT NULL, value TEXT NOT NULL, asked_at TEXT NOT NULL, asked_by TEXT,
      since TEXT NOT NULL, total INTEGER NOT NULL, tally TEXT NOT NULL, done_at TEXT) STRICT`,
  ),
};
