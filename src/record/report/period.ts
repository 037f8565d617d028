import { dayOf, isDay } from '../../lib/days.ts';

/** No report is of more than so many days, ten years: each month of it is a bar and a line. */
const mostDays = 3_660;

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
