import { Temporal } from 'temporal-polyfill';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { type Calendar, endOfDayAfter } from './counted-hours.ts';

/** What has happened under a complaint that is acknowledged and then decided; each time with its offset (ISO 8601). */
export type DecisionFacts = {
  received: string;
  acknowledged?: string | undefined;
  decided?: string | undefined;
};

/**
 * How long something may take: hours as they elapse; whole calendar days, none left out, to the midnight that ends the
 * last; a calendar month to the end of the day with the same date, or of the month’s last where it has none.
 */
export type Period = { hours: number } | { days: number } | { months: number };

/** By when a complaint is to be acknowledged (null for at once, by the receipt alone) and decided. */
export type DecisionPeriods = { acknowledge: Period | null; decide: Period };

/** The regimes beside section 5 that a complaint may be under. */
export const otherRegimes = ['dsa-16', 'copyright', 'personal-data', 'accuracy'] as const;
export type OtherRegime = (typeof otherRegimes)[number];

/**
 * Periods where nobody has set others: a month by law (Regulation (EU) 2016/679, article 12(3)); for article 16 and
 * copyright, where the law says only “without undue delay”, three days; for accuracy those of Impress.
 */
export const housePeriods: Record<OtherRegime, DecisionPeriods> = {
  'dsa-16': { acknowledge: null, decide: { hours: 72 } },
  copyright: { acknowledge: null, decide: { hours: 72 } },
  'personal-data': { acknowledge: null, decide: { months: 1 } },
  accuracy: { acknowledge: { days: 7 }, decide: { days: 21 } },
};

export const decisionStates = ['acknowledge', 'decide', 'decided'] as const;
export type DecisionState = (typeof decisionStates)[number];

/** Where a complaint stands. Until `due` the state’s step is to be done; null when nothing is. */
export type DecisionClock = { state: DecisionState; due: string | null };

/**
 * The clock of a complaint that is acknowledged and decided. Where both are still to be done, the first is told. A clock
 * and no verdict. Refuses times without an offset and an order of events that cannot be.
 */
export function decisionClock(
  facts: DecisionFacts,
  { calendar, periods }: { calendar: Calendar; periods: DecisionPeriods },
): Outcome<DecisionClock> {
  const read: Temporal.Instant[] = [];
  for (const name of ['received', 'acknowledged', 'decided'] as const) {
    const text = facts[name];
    if (text === undefined) continue;
    const at = instantOf(text);
    if (at === null)
      return refuse(
        'bad-time',
        `“${text}” is no time with an offset. Write it like 2026-03-06T17:00:00+00:00.`,
        name,
      );
    const before = read.at(-1);
    if (before !== undefined && Temporal.Instant.compare(at, before) < 0)
      return refuse(
        'bad-order',
        `The time of “${name}” is before one that must come first. Check both.`,
        name,
      );
    read.push(at);
  }
  const [received] = read;
  if (received === undefined || facts.decided !== undefined) return done({ state: 'decided', due: null });
  const { acknowledge, decide } = periods;
  const waits = acknowledge !== null && facts.acknowledged === undefined;
  const due = endOf(received, waits ? acknowledge : decide, calendar);
  return done({
    state: waits ? 'acknowledge' : 'decide',
    due: due.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
  });
}

function endOf(from: Temporal.Instant, period: Period, calendar: Calendar): Temporal.ZonedDateTime {
  if ('days' in period) return endOfDayAfter(from, period.days, calendar);
  const local = from.toZonedDateTimeISO(calendar.timeZone);
  if ('hours' in period) return local.add({ hours: period.hours });
  return local.add({ months: period.months }).add({ days: 1 }).startOfDay();
}

function instantOf(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text); // asks for an offset or Z
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
