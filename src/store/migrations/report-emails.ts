import { both, type Migration } from './statements.ts';

/** Addresses of reporters are looked for whatever their case, as those of writers are. */
export const reportEmails: Migration = {
  name: 'addresses of reporters whatever their case',
  statements: both(
    `DROP INDEX reports_email`,
    `CREATE INDEX reports_email ON reports (lower(email)) WHERE email IS NOT NULL`,
  ),
};
