import { both, type Migration } from './statements.ts';

/** Which responses of an archive are of one writer, as its page said: nobody here holds their name. */
export const archiveWriters: Migration = {
  name: 'archive-writers',
  statements: both(
    `ALTER TABLE comments ADD COLUMN archive_writer TEXT`,
    `CREATE INDEX comments_archive_writer ON comments (archive_writer, number) WHERE archive_writer IS NOT NULL`,
  ),
};
