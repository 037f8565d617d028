import type { Time } from '../../store/schema.ts';

const tenMinutes = 600_000;

/**
 * When a flood began that is on: with the response that made it `most` in ten minutes, since which there were never fewer.
 * Times are the newest first. Null where it began before them, unless they are all that there are.
 */
export function floodBegan(
  times: readonly Time[],
  { most, isAll }: { most: number; isAll: boolean },
): Time | null {
  const began = times.find((time, index) => {
    const before = times[index + most];
    return before !== undefined && Date.parse(before) <= Date.parse(time) - tenMinutes;
  });
  return began ?? (isAll ? (times[times.length - most] ?? null) : null);
}

/** The most that came within ten minutes, of times with the newest first. */
export function busiest(times: readonly Time[]): number {
  let newest = 0;
  const counts = times.map((time, index) => {
    while (Date.parse(times[newest] ?? time) >= Date.parse(time) + tenMinutes) newest += 1;
    return index - newest + 1;
  });
  return counts.reduce((most, count) => Math.max(most, count), 0);
}
