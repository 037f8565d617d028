import { both, type Migration } from './statements.ts';

/** What kind of change a version of an article is. */
export const revisionKinds: Migration = {
  name: 'revision kinds',
  statements: both(
    `ALTER TABLE article_revisions ADD COLUMN kind TEXT NOT NULL DEFAULT 'change'
      CHECK (kind IN ('change', 'minor'))`,
  ),
};
