import { isDay } from '../../lib/days.ts';
import { may, type Role } from '../../staff/permissions.ts';

/** Who is suspended: the holder of a name, or whoever writes from a network address. */
export const suspensionKinds = ['pseudonym', 'address'] as const;
export type SuspensionKind = (typeof suspensionKinds)[number];

/** For how long: so many days, until a day, or until staff end it. */
export const periods = ['1', '7', '30', 'date', 'until-ended'] as const;
export type Period = (typeof periods)[number];

const day = 86_400_000;
/** Whoever moderates may suspend for so long. */
const mostDays = 30;
/** No end is further away than so many years: that is one without an end, and is called so. */
const mostYears = 10;

/**
 * When a suspension that begins now ends: a UTC time, null for one without an end, `wrong` where the day is none, is
 * over or is too far away. A day ends with its last moment, UTC.
 */
export function endOf(period: Period, date: string, now: Date): string | null | 'wrong' {
  if (period === 'until-ended') return null;
  if (period !== 'date') return new Date(now.getTime() + Number(period) * day).toISOString();
  if (!isDay(date)) return 'wrong';
  const end = Date.parse(`${date}T00:00:00Z`) + day;
  const isFar = end > now.getTime() + mostYears * 366 * day;
  return end <= now.getTime() || isFar ? 'wrong' : new Date(end).toISOString();
}

/** Whether a role may suspend until then, or end a suspension that lasts until then. */
export function maySuspend(role: Role, until: string | null, now: Date): boolean {
  if (!may(role, 'writer.suspend')) return false;
  return may(role, 'writer.suspend-long') || !isLong(until, now);
}

/** Whether a suspension lasts longer from now on than whoever moderates may suspend for. */
export function isLong(until: string | null, now: Date): boolean {
  return until === null || Date.parse(until) > now.getTime() + (mostDays + 1) * day;
}
