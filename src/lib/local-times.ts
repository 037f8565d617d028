import { Temporal } from 'temporal-polyfill';

/**
 * What a local time is in a time zone. `at` is UTC (ISO); one that comes twice, when clocks go back, is taken as the
 * first. One that a zone skips has no moment: the last minute before and the first after it are named.
 */
export type LocalMoment =
  | { kind: 'once'; at: string }
  | { kind: 'twice'; at: string; second: string }
  | { kind: 'skipped'; before: string; after: string }
  | { kind: 'none' };

const shape = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::00(?:\.0+)?)?$/;

/** Finds the moment of `YYYY-MM-DDTHH:MM` as clocks show it in an IANA time zone; `none` for what is no such time. */
export function localMoment(typed: string, timeZone: string): LocalMoment {
  const local = readLocal(typed);
  if (local === null) return { kind: 'none' };
  const first = local.toZonedDateTime(timeZone, { disambiguation: 'earlier' });
  const last = local.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (!first.toPlainDateTime().equals(local)) return aroundGap(first);
  if (first.epochMilliseconds === last.epochMilliseconds) return { kind: 'once', at: utc(first) };
  return { kind: 'twice', at: utc(first), second: utc(last) };
}

/** A moment as clocks show it in a zone: `YYYY-MM-DDTHH:MM`. */
export function localTextOf(at: string, timeZone: string): string {
  return minutes(Temporal.Instant.from(at).toZonedDateTimeISO(timeZone));
}

function readLocal(typed: string): Temporal.PlainDateTime | null {
  const [, text] = shape.exec(typed.trim()) ?? [];
  if (text === undefined) return null;
  try {
    return Temporal.PlainDateTime.from(text);
  } catch (error) {
    if (error instanceof RangeError) return null; // 30 February, 25:00
    throw error;
  }
}

/** Read by the offset that comes after the gap, a skipped time falls just before it. */
function aroundGap(before: Temporal.ZonedDateTime): LocalMoment {
  const after = before.getTimeZoneTransition('next');
  if (after === null) return { kind: 'none' };
  return { kind: 'skipped', before: minutes(after.subtract({ minutes: 1 })), after: minutes(after) };
}

function minutes(time: Temporal.ZonedDateTime): string {
  return time.toPlainDateTime().toString({ smallestUnit: 'minute' });
}

function utc(time: Temporal.ZonedDateTime): string {
  return time.toInstant().toString({ fractionalSecondDigits: 3 });
}
