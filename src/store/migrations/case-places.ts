import { both, type Migration } from './statements.ts';

/** Where an open case stands in the queue: two days before it is due, but never before it was received. */
export const casePlaces: Migration = {
  name: 'places of cases in the queue',
  statements: both(
    // One that was given no place stands first: nobody overlooks it.
    `ALTER TABLE cases ADD COLUMN queue_at TEXT NOT NULL DEFAULT ''`,
    // With the article in it, as those of the other kinds have it.
    `CREATE INDEX cases_waiting ON cases (queue_at, id, article_id) WHERE closed_at IS NULL`,
  ).with({
    sqlite: [
      `UPDATE cases SET queue_at = CASE WHEN due_at IS NULL THEN '9999'
        ELSE max(received_at, strftime('%Y-%m-%dT%H:%M:%fZ', due_at, '-48 hours')) END`,
    ],
    postgres: [
      `UPDATE cases SET queue_at = CASE WHEN due_at IS NULL THEN '9999'
        ELSE greatest(received_at, to_char((due_at::timestamptz - interval '48 hours') AT TIME ZONE 'UTC',
          'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) END`,
    ],
  }),
};
