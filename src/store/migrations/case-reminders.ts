import { both, type Migration } from './statements.ts';

/** For which time that a case comes due its staff were last written to. */
export const caseReminders: Migration = {
  name: 'case reminders',
  statements: both(`ALTER TABLE cases ADD COLUMN reminded_for TEXT`),
};
