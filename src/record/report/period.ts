import { dayOf } from '../../lib/days.ts';

/** The years from 1900 to 2999: every day before and after one is written in the same way and sorts. */
const shape = /^(?:19|2\d)\d{2}-\d{2}-\d{2}$/;
/** No report is of more than so many days, ten years: each month of it is a bar and a line. */
const mostDays = 3_660;

/** Whether a text is a day of the calendar, as `2026-03-12`. */
export function isDay(text: string): boolean {
  if (!shape.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/**
 * The days that were asked for, both in it; where none were, the year so far. Null where what was asked for is no
 * period, or one of more than ten years.
 */
export function periodOf(
  { from = '', to = '' }: { from?: string | undefined; to?: string | undefined },
  { now, timeZone }: { now: Date; timeZone: string },
): { from: string; to: string } | null {
  const today = dayOf(now.toISOString(), timeZone);
  const period = { from: from || `${(to || today).slice(0, 4)}-01-01`, to: to || today };
  if (!isDay(period.from) || !isDay(period.to)) return null;
  const days = (Date.parse(period.to) - Date.parse(period.from)) / 86_400_000;
  return days >= 0 && days <= mostDays ? period : null;
}
