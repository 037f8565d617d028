import { looksOf } from './look-alike.ts';

/** Shorter ones are near to everything. */
const shortest = 4;

/** What of a name is held against others to find those that are near it: one of what it could be taken for. */
export function nearLookOf(name: string): string {
  return looksOf(name)[0];
}

/** True for looks that are the same; and for longer ones that differ by one letter put in, left out or changed. */
export function areNear(one: string, other: string): boolean {
  if (one === other) return true;
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  if (short.length - 1 < shortest || long.length - short.length > 1) return false; // the first letter says which look
  let begin = 0;
  while (begin < short.length && short[begin] === long[begin]) begin += 1;
  const rest = short.length === long.length ? begin + 1 : begin;
  return short.slice(rest) === long.slice(begin + 1);
}
