import type { ItemLine } from './item-lines.ts';

const WIDEST_GAP = 30;

/**
 * The items whose numbers can be one thread's: each follows the last, or begins a list of answers at 1, or
 * goes on with the list that such answers interrupted. A thread printed newest first counts down.
 */
export function chained(items: readonly ItemLine[]): ItemLine[] {
  const down = countsDown(items);
  const open: number[] = [];
  return items.filter((item) => item.number === null || follows(open, item.number, down ? -1 : 1));
}

function countsDown(items: readonly ItemLine[]): boolean {
  const [first, second] = items;
  return (first?.number ?? 0) > 1 && second?.number === (first?.number ?? 0) - 1;
}

/** `open` holds the last number of each list that may still go on, the innermost last. */
function follows(open: number[], number: number, step: 1 | -1): boolean {
  if (open.length === 0) return open.push(number) > 0;
  const list = open.lastIndexOf(number - step);
  if (list >= 0) {
    open.length = list;
    return open.push(number) > 0;
  }
  const last = open.at(-1) ?? 0;
  if (number === 1 && step === 1 && open.length < 12) return open.push(1) > 0;
  const ahead = (number - last) * step;
  if (ahead <= 0 || ahead > WIDEST_GAP) return false;
  open[open.length - 1] = number;
  return true;
}
