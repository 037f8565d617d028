const first = 60_000;
const longest = 86_400_000;

/** When what has failed so many times is tried again: after a minute, then twice as long each time, a day at most. */
export function tryAgainAt(now: Date, failures: number): string {
  const rest = Math.min(longest, first * 2 ** Math.min(failures - 1, 20));
  return new Date(now.getTime() + rest).toISOString();
}
