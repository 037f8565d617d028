/** Steps between lines of a chart for whole numbers: 1, 2 or 5 times a power of ten. */
export function countTicks(most: number, wanted = 4): number[] {
  const rough = Math.max(1, most) / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough && each >= 1) ?? 1;
  return upTo(most, Math.max(1, step));
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const spans = [
  ...[1, 2, 5, 10, 15, 30].map((each) => each * minute),
  ...[1, 2, 3, 6, 12].map((each) => each * hour),
  ...[1, 2, 7, 14, 28, 91, 182, 364, 1820].map((each) => each * day),
];

/** The same for lengths of time in milliseconds: whole minutes, hours, days, weeks. */
export function timeTicks(most: number, wanted = 4): number[] {
  const rough = Math.max(minute, most) / wanted;
  const longest = spans.at(-1) ?? day;
  const step = spans.find((each) => each >= rough) ?? Math.ceil(rough / longest) * longest;
  return upTo(most, step);
}

/** From nothing to the first line that is not below the greatest value. */
function upTo(most: number, step: number): number[] {
  const count = Math.max(1, Math.ceil(most / step - 1e-9));
  return Array.from({ length: count + 1 }, (_, index) => index * step);
}

/** The middle of some numbers, and what nine of ten are not above (nearest rank); null for none. */
export function middleAndTail(values: readonly number[]): { median: number; tail: number } | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const rank = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { median: rank(0.5), tail: rank(0.9) };
}
