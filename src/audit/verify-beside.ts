import { type CommittedRow, committedRows } from '../articles/committed-rows.ts';
import { type Action, articleOf } from '../record/entry.ts';
import type { Db } from '../store/schema.ts';
import { type Audit, isFull, report } from './audit.ts';
import { nameOf, type PublicEntry, publicEntries } from './public-entries.ts';

const actions = [
  ...(['article.correct', 'article.attribute', 'claim.mark', 'claim.close'] as const),
  ...(['revision.withhold', 'revision.show'] as const),
] satisfies Action[];

/**
 * Holds what stands beside articles (corrections, versions withheld, claims, how we know) against the entries that must have come with
 * it: one for each row, in their order, with the words that it commits to.
 */
export async function verifyBeside(audit: Audit): Promise<void> {
  const entries = await entriesBySubject(audit.db);
  const paths = await pathsOf(audit.db);
  const where = (id: string) => paths.get(id) ?? id;
  for (const row of await committedRows(audit.db)) {
    if (isFull(audit)) return;
    const entry = takeFrom(entries.get(keyOf(row.articleId, row.action, row.number)) ?? [], row);
    if (!entry) report(audit, `${row.name}, of ${where(row.articleId)}, is in no entry of the record.`);
    else if (!agrees(entry, row))
      report(audit, `${row.name}, of ${where(row.articleId)}, is not what ${nameOf(entry)} says.`, entry.seq);
  }
  for (const entry of [...entries.values()].flat())
    report(
      audit,
      `What ${nameOf(entry)} says of ${where(articleOf(entry.body.subject) ?? '')} (${entry.body.action}) is missing.`,
      entry.seq,
    );
}

/** The next entry of the row's own line; two outcomes of one moment may have changed places. */
function takeFrom(line: PublicEntry[], row: CommittedRow): PublicEntry | undefined {
  const at = row.action === 'claim.close' ? line.findIndex((entry) => agrees(entry, row)) : 0;
  return line.splice(Math.max(0, at), 1)[0];
}

/** Versions are withheld and shown in turn: both actions count as one line of steps. */
function keyOf(articleId: string, action: Action, number: number): string {
  const line = action.startsWith('revision.') ? 'revision' : action;
  return `${articleId} ${line} ${number}`;
}

function agrees({ body }: PublicEntry, row: CommittedRow): boolean {
  return body.action === row.action && body.words === row.words && body.reason === row.reason;
}

async function entriesBySubject(db: Db): Promise<Map<string, PublicEntry[]>> {
  const found = new Map<string, PublicEntry[]>();
  for await (const page of publicEntries(db, { actions }))
    for (const entry of page) {
      const { subject, action } = entry.body;
      const key = keyOf(articleOf(subject) ?? '', action, subject.number ?? 0);
      found.set(key, [...(found.get(key) ?? []), entry]);
    }
  return found;
}

async function pathsOf(db: Db): Promise<Map<string, string>> {
  const rows = await db.selectFrom('articles').select(['id', 'path']).where('state', '!=', 'draft').execute();
  return new Map(rows.map(({ id, path }) => [id, path ?? id]));
}
