import type { CommentState } from '../../../store/schema.ts';

/** What became of a response: whether staff kept it or took it away, or nobody has decided. */
export type Outcome = 'kept' | 'removed' | 'open';

/** What a trial has counted so far. */
export type Tally = {
  /** The id behind which it goes on. */
  cursor: string;
  looked: number;
  /** By day: how many came, and how many of them it would have held. */
  days: Record<string, [came: number, caught: number]>;
  all: Record<Outcome, number>;
  caught: Record<Outcome, number>;
  /** The last that it would have held, oldest first. */
  examples: string[];
};

/** So many examples are kept. */
const mostExamples = 20;

/** A tally before anything was looked at. */
export function emptyTally(cursor: string): Tally {
  const none = () => ({ kept: 0, removed: 0, open: 0 });
  return { cursor, looked: 0, days: {}, all: none(), caught: none(), examples: [] };
}

/** What became of a response in this state. One that is withheld is not decided. */
export function outcomeOf({ state, withheld }: { state: CommentState; withheld: boolean }): Outcome {
  if (withheld || state === 'held') return 'open';
  return state === 'published' ? 'kept' : 'removed';
}

/** Counts one response. Changes the tally. */
export function count(
  tally: Tally,
  { id, day, outcome, isCaught }: { id: string; day: string; outcome: Outcome; isCaught: boolean },
): void {
  const [came, caught] = tally.days[day] ?? [0, 0];
  tally.looked += 1;
  tally.days[day] = [came + 1, caught + (isCaught ? 1 : 0)];
  tally.all[outcome] += 1;
  if (!isCaught) return;
  tally.caught[outcome] += 1;
  tally.examples.push(id);
  if (tally.examples.length > mostExamples) tally.examples.shift();
}

/** All that it would have held. */
export function caughtOf({ caught }: Tally): number {
  return caught.kept + caught.removed + caught.open;
}

/**
 * Held against what staff decided: of what it would have held and was decided, which share was removed (precision);
 * of all that was removed, which share it would have held (recall). Null where nothing is to be divided by.
 */
export function sharesOf({ all, caught }: Tally): { precision: number | null; recall: number | null } {
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    precision: share(caught.removed, caught.removed + caught.kept),
    recall: share(caught.removed, all.removed),
  };
}
