import type { Kinds } from '../store/store.ts';

/** Jobs that wait for one another and for nothing else: which they are, and how many are done at once. */
export type Lane = { kinds: Kinds; atOnce: number };

/** All kinds of jobs, one after another. */
export const everyKind: Lane = { kinds: { allBut: [] }, atOnce: 1 };

/**
 * A lane for each kind that waits for another host, and one, in order of time, for all the rest: what is slow delays
 * only its like.
 */
export function lanesFor(slow: Readonly<Record<string, { atOnce: number }>>): Lane[] {
  const apart = Object.entries(slow).map(([kind, { atOnce }]) => ({ kinds: { only: [kind] }, atOnce }));
  return [{ ...everyKind, kinds: { allBut: Object.keys(slow) } }, ...apart];
}
