import { both, type Migration } from './statements.ts';

/** A job that gave up stays until somebody has dealt with it; what the desk counts by day is found by its time. */
export const failedJobs: Migration = {
  name: 'failed jobs',
  statements: both(
    `ALTER TABLE jobs ADD COLUMN failed_at TEXT`,
    `ALTER TABLE jobs ADD COLUMN let_go_at TEXT`,
    `ALTER TABLE jobs ADD COLUMN let_go_by TEXT`,
    `UPDATE jobs SET failed_at = done_at WHERE done_at IS NOT NULL AND error IS NOT NULL`,
    `CREATE INDEX jobs_failed ON jobs (failed_at) WHERE failed_at IS NOT NULL AND let_go_at IS NULL`,
    `CREATE INDEX comments_posted ON comments (posted_at)`,
    `CREATE INDEX comment_decisions_at ON comment_decisions (at)`,
  ),
};
