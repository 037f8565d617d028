import type { Action } from '../record/entry.ts';
import type { Db } from '../store/schema.ts';
import { type Audit, isFull, report } from './audit.ts';
import { entriesAbout } from './entries-about.ts';
import { nameOf, type PublicEntry, publicEntries } from './public-entries.ts';
import { keyOf, type Told, toldOf, toldRows } from './told.ts';

const actions = ['review.ask', 'review.decide', 'writer.suspend', 'writer.unsuspend'] satisfies Action[];

/**
 * Holds reviews and the suspensions of names against the entries that must have come with them: each was asked for,
 * decided, begun and ended when and as the record says, and none is there or gone without an entry. It reads in pages.
 */
export async function verifyReviews(audit: Audit): Promise<void> {
  for await (const rows of toldRows(audit.db)) {
    if (isFull(audit)) return;
    const entries = await entriesByKey(audit.db, rows);
    for (const row of rows) checkRow(audit, row, entries.get(keyOf(row)) ?? []);
  }
  for await (const page of publicEntries(audit.db, { actions })) {
    if (isFull(audit)) return;
    await checkEntries(audit, page);
  }
}

function checkRow(audit: Audit, row: Told, entries: PublicEntry[]): void {
  const [first] = entries;
  if (!first) report(audit, `${row.name} is in no entry of the record.`);
  else if (!entries.some(({ body }) => body.reason === row.reason))
    report(audit, `${row.name} is not what ${nameOf(first)} says.`, first.seq);
}

/** For each entry there is one row, and no second. */
async function checkEntries(audit: Audit, page: PublicEntry[]): Promise<void> {
  const subjects = [...new Set(page.map(({ body }) => body.subject.id))];
  const rows = byKey(await toldOf(audit.db, subjects));
  const entries = await entriesByKey(
    audit.db,
    subjects.map((about) => ({ about })),
  );
  for (const entry of page) {
    const { action, subject, at } = entry.body;
    const key = keyOf({ action, about: subject.id, at });
    const [there, told] = [rows.get(key) ?? [], entries.get(key) ?? []];
    const place = told.findIndex(({ body }) => body.id === entry.body.id);
    if (place >= there.length) report(audit, `What ${nameOf(entry)} says (${action}) is missing.`, entry.seq);
    if (place === told.length - 1)
      for (const more of there.slice(told.length))
        report(audit, `${more.name} is in no entry of the record.`);
  }
}

function byKey(rows: readonly Told[]): Map<string, Told[]> {
  return Map.groupBy(rows, keyOf);
}

/** The entries about some subjects by action, subject and time. */
async function entriesByKey(
  db: Db,
  rows: readonly Pick<Told, 'about'>[],
): Promise<Map<string, PublicEntry[]>> {
  const ids = [...new Set(rows.map(({ about }) => about))];
  const found = [...(await entriesAbout(db, { ids, actions })).values()].flat();
  return Map.groupBy(found, ({ body: { action, subject, at } }) => keyOf({ action, about: subject.id, at }));
}
