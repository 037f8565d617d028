import { both, type Migration } from './statements.ts';

/** When the first page of each host is due: whoever looks for work asks hosts, not each of their pages. */
export const dueHosts: Migration = {
  name: 'due-hosts',
  statements: both(
    `ALTER TABLE link_hosts ADD COLUMN due_at TEXT`,
    `DROP INDEX citations_host`,
    `CREATE INDEX citations_of_host ON citations (host, due_at)`,
    `INSERT INTO link_hosts (host, next_at)
      SELECT DISTINCT host, '' FROM citations WHERE host NOT IN (SELECT host FROM link_hosts)`,
    `UPDATE link_hosts SET due_at = (SELECT min(due_at) FROM citations WHERE citations.host = link_hosts.host)`,
    `CREATE INDEX link_hosts_due ON link_hosts (due_at)`,
  ),
};
