import { both, type Migration } from './statements.ts';

/** What was learned from decisions: made anew from them at any time. `model` is empty while there are too few. */
export const learnedModels: Migration = {
  name: 'what was learned from decisions',
  statements: both(
    `CREATE TABLE learned_models (
      name TEXT PRIMARY KEY, made_at TEXT NOT NULL, figures TEXT NOT NULL, model TEXT NOT NULL) STRICT`,
  ),
};
