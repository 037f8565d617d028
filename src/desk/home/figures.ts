import { middleAndTail } from '../../lib/chart-scale.ts';
import { dayFinder, lastDays, wellBefore } from '../../lib/days.ts';
import type { Db } from '../../store/schema.ts';
import type { DayFigures } from './home-view.ts';
import { decisionsSince, responsesByMinute } from './queries.ts';

export type Span = { now: Date; days: number; timeZone: string };

/** What came and what was decided on each of the last days, by the publication's calendar. */
export async function readFigures(db: Db, { now, days, timeZone }: Span): Promise<DayFigures[]> {
  const list = lastDays(now, days, timeZone);
  const since = wellBefore(list[0] ?? '');
  const came = await responsesByMinute(db, since);
  const decided = await decisionsSince(db, since);
  return figuresOf(list, { came, decided, timeZone });
}

type Facts = {
  came: { at: string; count: number }[];
  decided: { at: string; heldSince: string | null }[];
  timeZone: string;
};

/** The same from what was read: what belongs to none of the days is left out. */
export function figuresOf(days: string[], { came, decided, timeZone }: Facts): DayFigures[] {
  const empty = () => ({ responses: 0, decisions: 0, waited: [] as number[] });
  const dayOf = dayFinder(timeZone);
  const byDay = new Map(days.map((day) => [day, empty()]));
  for (const { at, count } of came) {
    const day = byDay.get(dayOf(at));
    if (day) day.responses += count;
  }
  for (const { at, heldSince } of decided) {
    const day = byDay.get(dayOf(at));
    if (!day) continue;
    day.decisions += 1;
    if (heldSince !== null) day.waited.push(Math.max(0, Date.parse(at) - Date.parse(heldSince)));
  }
  return [...byDay].map(([day, { responses, decisions, waited }]) => {
    const times = middleAndTail(waited);
    return { day, responses, decisions, median: times?.median ?? null, tail: times?.tail ?? null };
  });
}
