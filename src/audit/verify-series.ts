import { readSeries } from '../articles/series/queries.ts';
import { seriesPath, seriesWords } from '../articles/series/series.ts';
import { canonical } from '../record/entry.ts';
import { type Audit, report } from './audit.ts';
import type { Kept } from './kept-changes.ts';

/** Series read, and have the parts in the order, that were last saved; addresses that they had lead to them. */
export async function verifySeries(audit: Audit, kept: Map<string, Kept[]>): Promise<void> {
  const rows = await audit.db.selectFrom('series').select('id').orderBy('id').execute();
  for (const { id } of rows) {
    const series = await readSeries(audit.db, { id });
    if (!series) continue;
    const where = seriesPath(series.slug);
    const saved = (kept.get(id) ?? []).filter(({ action }) => action.startsWith('series.'));
    if (saved.at(-1)?.words !== canonical(seriesWords(series)))
      report(audit, `The series at ${where} is not as it was last saved.`);
    const had = new Set(saved.map(({ words }) => (JSON.parse(words) as { slug: string }).slug));
    had.delete(series.slug);
    if ([...had].sort().join() !== (await formerSlugs(audit, id)).join())
      report(audit, `The addresses that lead to ${where} are not those that it had.`);
  }
  const missing = [...kept].filter(
    ([id, changes]) => changes[0]?.action === 'series.make' && !rows.some((row) => row.id === id),
  );
  for (const [id] of missing) report(audit, `The series ${id} that the record speaks of is missing.`);
}

async function formerSlugs({ db }: Audit, id: string): Promise<string[]> {
  const rows = await db
    .selectFrom('series_former_slugs')
    .select('slug')
    .where('series_id', '=', id)
    .execute();
  return rows.map(({ slug }) => slug).sort();
}
