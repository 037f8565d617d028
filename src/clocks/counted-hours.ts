import type { Temporal } from 'temporal-polyfill';
import { bankHolidays, type HolidayPlace } from './bank-holidays.ts';

/** Whose days count: a time zone, and holidays beside the bank holidays of a place, or working days that were none by the rules. */
export type Calendar = {
  timeZone: string;
  holidays: ReadonlySet<string>;
  workingDays: ReadonlySet<string>;
  /** Whose bank holidays the rules make; those of England and Wales where none are named. */
  place?: HolidayPlace;
};

/** England and Wales as the rules make it, with days that were proclaimed since or taken back, as `YYYY-MM-DD`. */
export function englandAndWales(
  changes: { holidays?: readonly string[]; workingDays?: readonly string[] } = {},
): Calendar {
  return {
    timeZone: 'Europe/London',
    holidays: new Set(changes.holidays),
    workingDays: new Set(changes.workingDays),
  };
}

/**
 * The moment after so many hours, of which those on a Saturday, a Sunday, Good Friday, Christmas Day or a bank holiday
 * count for nothing (SI 2013/3028, reg. 1(3)). A period that ends with a day ends at 00:00 of the next.
 */
export function afterCountedHours(
  from: Temporal.Instant,
  hours: number,
  calendar: Calendar,
): Temporal.ZonedDateTime {
  const holidays = new Map<number, ReadonlySet<string>>();
  const counts = (day: Temporal.PlainDate): boolean => {
    const iso = day.toString();
    if (day.dayOfWeek > 5 || calendar.holidays.has(iso)) return false;
    if (calendar.workingDays.has(iso)) return true;
    let known = holidays.get(day.year);
    if (!known) {
      known = new Set(bankHolidays(day.year, calendar.place).map((holiday) => holiday.day));
      holidays.set(day.year, known);
    }
    return !known.has(iso);
  };
  let at = from.toZonedDateTimeISO(calendar.timeZone);
  for (let left = hours * 3_600_000; ; ) {
    const dayEnds = at.add({ days: 1 }).startOfDay();
    const inDay = counts(at.toPlainDate()) ? dayEnds.epochMilliseconds - at.epochMilliseconds : 0;
    if (inDay >= left) return at.add({ milliseconds: left });
    left -= inDay;
    at = dayEnds;
  }
}

/** The midnight that ends the so-manieth calendar day after a moment: no day is left out. */
export function endOfDayAfter(
  from: Temporal.Instant,
  days: number,
  { timeZone }: Calendar,
): Temporal.ZonedDateTime {
  return from
    .toZonedDateTimeISO(timeZone)
    .add({ days: days + 1 })
    .startOfDay();
}
