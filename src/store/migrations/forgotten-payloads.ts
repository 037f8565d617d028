import { both, type Migration } from './statements.ts';

/** Addresses in jobs that were done, or had given up, before such payloads were emptied. */
export const forgottenPayloads: Migration = {
  name: 'no addresses in finished jobs',
  statements: both(`UPDATE jobs SET payload = 'null' WHERE kind = 'mail.writer' AND done_at IS NOT NULL`),
};
