import { both, type Migration } from './statements.ts';

/** Statements of reasons for the Transparency Database: what became of each, and how far they were looked through. */
export const statementSendings: Migration = {
  name: 'statement-sendings',
  statements: both(
    // By the id of its decision, which is the identifier that the database knows it by.
    `CREATE TABLE statement_sendings (
      puid TEXT PRIMARY KEY, state TEXT NOT NULL CHECK (state IN ('waiting', 'sent', 'refused', 'exempt')),
      noted_at TEXT NOT NULL, settled_at TEXT, why TEXT) STRICT`,
    `CREATE INDEX statement_sendings_state ON statement_sendings (state, puid)`,
    // One row: from which day on they were looked through up to which decision, and how the other side fares.
    `CREATE TABLE statement_sender (
      id INTEGER PRIMARY KEY CHECK (id = 1), send_from TEXT NOT NULL, looked_to TEXT NOT NULL, due_at TEXT NOT NULL,
      failures INTEGER NOT NULL, failing_since TEXT, why TEXT) STRICT`,
    `INSERT INTO statement_sender (id, send_from, looked_to, due_at, failures) VALUES (1, '', '', '', 0)`,
  ),
};
