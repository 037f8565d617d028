import { publicationTimes } from '../articles/queries.ts';
import { calendarDay } from '../lib/dates.ts';
import { readPublication } from '../publication/queries.ts';
import type { Site } from '../site.ts';
import type { MonthCount } from './pages/list-views.ts';

/** The months in which something was published, newest first, in the publication's time zone. */
export async function listMonths(site: Site): Promise<MonthCount[]> {
  const { timeZone } = await readPublication(site);
  const months = new Map<string, MonthCount>();
  for (const at of await publicationTimes(site.store.read)) {
    const [year, month] = calendarDay(new Date(at), timeZone);
    const path = `/${year}/${month}/`;
    const known = months.get(path) ?? { year: Number(year), month: Number(month), count: 0, path };
    months.set(path, { ...known, count: known.count + 1 });
  }
  return [...months.values()];
}

/** UTC times between which a month lies, a day wider at both ends; `inMonth` then decides by the time zone. */
export function monthBounds(year: number, month: number): { from: string; to: string } {
  const day = 86_400_000;
  return {
    from: new Date(Date.UTC(year, month - 1, 1) - day).toISOString(),
    to: new Date(Date.UTC(year, month, 1) + day).toISOString(),
  };
}

export function inMonth(
  at: string,
  timeZone: string,
  { year, month }: { year: number; month: number },
): boolean {
  const [itsYear, itsMonth] = calendarDay(new Date(at), timeZone);
  return Number(itsYear) === year && Number(itsMonth) === month;
}
