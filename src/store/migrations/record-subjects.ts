import { both, type Migration } from './statements.ts';

/**
 * What each entry is about, by its id, for look-ups: made of the entry's own bytes by the engine itself, so that it can
 * say nothing else than they do. On SQLite it is kept in the index alone; PostgreSQL writes the table anew, once.
 */
export const recordSubjects: Migration = {
  name: 'subjects of the record’s entries',
  statements: both().with({
    sqlite: [
      `ALTER TABLE record_entries ADD COLUMN subject_id TEXT GENERATED ALWAYS AS (
        CASE WHEN json_valid(COALESCE(private_body, leaf))
          THEN json_extract(COALESCE(private_body, leaf), '$.subject.id') END) VIRTUAL`,
      `CREATE INDEX record_entries_subject ON record_entries (subject_id, seq)`,
    ],
    postgres: [
      `ALTER TABLE record_entries ADD COLUMN subject_id TEXT COLLATE "C" GENERATED ALWAYS AS (
        substring(COALESCE(private_body, leaf) from '"subject":[{][^}]*"id":"([^"]*)"')) STORED`,
      `CREATE INDEX record_entries_subject ON record_entries (subject_id, seq)`,
    ],
  }),
};
