import { calendarDay } from './dates.ts';

/** The years from 1900 to 2999: every day before and after one is written in the same way and sorts. */
const shape = /^(?:19|2\d)\d{2}-\d{2}-\d{2}$/;

/** Whether a text is a day of the calendar, as `2026-03-12`. */
export function isDay(text: string): boolean {
  if (!shape.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** Days of a calendar as `YYYY-MM-DD`, so many up to that of a moment in a time zone, oldest first. */
export function lastDays(now: Date, count: number, timeZone: string): string[] {
  const [year = '', month = '', date = ''] = calendarDay(now, timeZone);
  const today = Date.UTC(Number(year), Number(month) - 1, Number(date));
  return Array.from({ length: count }, (_, index) =>
    new Date(today - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10),
  );
}

/** The day of a UTC time in a time zone, as `YYYY-MM-DD`: whatever the clocks do that day. */
export function dayOf(iso: string, timeZone: string): string {
  return calendarDay(new Date(iso), timeZone).join('-');
}

/** The same for many times: asks the calendar once for each hour, and again only where a day begins inside it. */
export function dayFinder(timeZone: string): (iso: string) => string {
  const hours = new Map<string, string | null>();
  return (iso) => {
    const hour = iso.slice(0, 13);
    let day = hours.get(hour);
    if (day === undefined) {
      const first = dayOf(`${hour}:00:00.000Z`, timeZone);
      day = first === dayOf(`${hour}:59:59.999Z`, timeZone) ? first : null;
      hours.set(hour, day);
    }
    return day ?? dayOf(iso, timeZone);
  };
}

/** Months as `YYYY-MM`, so many up to that of a moment in a time zone, oldest first. */
export function lastMonths(now: Date, count: number, timeZone: string): string[] {
  const [year = '', month = ''] = calendarDay(now, timeZone);
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(Number(year), Number(month) - count + index, 1)).toISOString().slice(0, 7),
  );
}

/** A UTC time before which nothing can belong to a day, whatever its zone: for a first, wide look. */
export function wellBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString();
}
