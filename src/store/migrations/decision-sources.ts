import { both, type Migration } from './statements.ts';

/** What led to a decision on a response: somebody else’s report or notice, and which case. */
export const decisionSources: Migration = {
  name: 'sources of decisions',
  statements: both(
    `ALTER TABLE comment_decisions ADD COLUMN source TEXT`,
    `ALTER TABLE comment_decisions ADD COLUMN case_id TEXT`,
  ),
};
