import { both, type Migration } from './statements.ts';

/** By which table of look-alikes the looks of the publication's own names were made, as readers' names have it. */
export const ownLooksVersion: Migration = {
  name: 'version of own looks',
  statements: both(`ALTER TABLE own_looks ADD COLUMN looks_version INTEGER NOT NULL DEFAULT 1`),
};
