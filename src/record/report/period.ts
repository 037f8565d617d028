import { dayOf } from '../../lib/days.ts';

const shape = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day of the calendar, as `2026-03-12`. */
export function isDay(text: string): boolean {
  if (!shape.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/**
 * The days that were asked for, both in it; where none were, the year so far. Null where what was asked for is no
 * period.
 */
export function periodOf(
  { from = '', to = '' }: { from?: string | undefined; to?: string | undefined },
  { now, timeZone }: { now: Date; timeZone: string },
): { from: string; to: string } | null {
  const today = dayOf(now.toISOString(), timeZone);
  const period = { from: from || `${(to || today).slice(0, 4)}-01-01`, to: to || today };
  return isDay(period.from) && isDay(period.to) && period.from <= period.to ? period : null;
}
