import { both, type Migration } from './statements.ts';

/**
 * When what was kept of a closed case was forgotten; on which day staff were last told that one is overdue; and the keyed
 * hash of the network address of whose words are evidence, which the response itself forgets sooner.
 */
export const caseKeeping: Migration = {
  name: 'case keeping',
  statements: both(
    `ALTER TABLE cases ADD COLUMN forgotten_at TEXT`,
    `ALTER TABLE cases ADD COLUMN overdue_told TEXT`,
    `ALTER TABLE case_evidence ADD COLUMN address_hash TEXT`,
  ),
};
