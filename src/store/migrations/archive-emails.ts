import { both, type Migration } from './statements.ts';

/** Responses of an archive are looked for by the address that they were written with, in any case of its letters. */
export const archiveEmails: Migration = {
  name: 'addresses of an archive',
  statements: both(
    `DROP INDEX comments_email`,
    `CREATE INDEX comments_email ON comments (lower(email)) WHERE email IS NOT NULL`,
  ),
};
