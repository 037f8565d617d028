import type { Action } from '../record/entry.ts';
import type { Db } from '../store/schema.ts';
import { type Audit, isFull, report } from './audit.ts';
import { entriesAbout } from './entries-about.ts';
import { nameOf, type PublicEntry, publicEntries } from './public-entries.ts';

const pageSize = 500;
const actions = ['case.open', 'case.close'] as const satisfies Action[];

/** Holds complaints against the record: each has its line of the same kind and time, and ended as its last line says. */
export async function verifyCases(audit: Audit): Promise<void> {
  for (let after = ''; !isFull(audit); ) {
    const page = await casesAfter(audit.db, after);
    const entries = await entriesAbout(audit.db, { ids: page.map(({ id }) => id), actions });
    for (const row of page) {
      const wrong = wrongIn(row, entries.get(row.id) ?? []);
      if (wrong) report(audit, `Case ${row.number} ${wrong}.`);
    }
    const last = page.at(-1);
    if (!last || page.length < pageSize) break;
    after = last.id;
  }
  for await (const page of publicEntries(audit.db, { actions })) await findMissing(audit, page);
}

type Row = Awaited<ReturnType<typeof casesAfter>>[number];

function wrongIn(row: Row, entries: PublicEntry[]): string | null {
  const [opened, ...more] = entries.filter(({ body }) => body.action === 'case.open');
  if (!opened) return 'is in no entry of the record';
  if (more.length > 0) return 'was opened twice by the record';
  if (opened.body.reason !== row.kind) return `is of another kind than ${nameOf(opened)} says`;
  if (opened.body.at !== row.received_at) return `came at another time than ${nameOf(opened)} says`;
  const closed = entries.findLast(({ body }) => body.action === 'case.close');
  if (row.outcome === (closed?.body.reason ?? null) && (row.closed_at === null) === !closed) return null;
  return closed ? `has not ended as ${nameOf(closed)} says` : 'has ended, and no entry says so';
}

async function findMissing(audit: Audit, page: PublicEntry[]): Promise<void> {
  if (page.length === 0) return;
  const ids = page.map(({ body }) => body.subject.id);
  const rows = await audit.db.selectFrom('cases').select('id').where('id', 'in', ids).execute();
  const there = new Set(rows.map(({ id }) => id));
  for (const entry of page)
    if (!there.has(entry.body.subject.id))
      report(audit, `The case that ${nameOf(entry)} is about is missing from the database.`, entry.seq);
}

function casesAfter(db: Db, after: string) {
  return db
    .selectFrom('cases')
    .select(['id', 'number', 'kind', 'received_at', 'closed_at', 'outcome'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(pageSize)
    .execute();
}
