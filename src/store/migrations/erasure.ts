import { both, type Migration } from './statements.ts';

/** When a response's name was taken off on request: not the same as one that was written without a name. */
export const erasure: Migration = {
  name: 'erasure',
  statements: both(`ALTER TABLE comments ADD COLUMN unnamed_at TEXT`),
};
