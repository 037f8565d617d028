import { both, type Migration } from './statements.ts';

/** How many statements of reasons go at once, kept from one job to the next. */
export const statementBatches: Migration = {
  name: 'statement-batches',
  statements: both(`ALTER TABLE statement_sender ADD COLUMN at_once INTEGER NOT NULL DEFAULT 100`),
};
