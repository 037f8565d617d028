import { both, type Migration } from './statements.ts';

/** Every wording of the publication's own texts, so that a rule can be read as it was when it was applied. */
export const textVersions: Migration = {
  name: 'text versions',
  statements: both(
    // `since` is null for a wording that was in force before wordings were kept; `salt` where no entry commits to it.
    `CREATE TABLE text_versions (
      key TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, salt TEXT, since TEXT, by_role TEXT,
      PRIMARY KEY (key, number)) STRICT`,
  ),
};
