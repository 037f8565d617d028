/** Work that is left: a text made to be slow ends without a verdict, not with a server that waits. */
export type Budget = { left: number };

/**
 * The first window of at most `most` items in which at least `needed` of the wanted items stand in their order, gaps
 * allowed; null where there is none, or where the budget is used up. Items are whole numbers.
 */
export function firstWindow(
  wanted: readonly number[],
  text: readonly number[],
  { needed, most, budget }: { needed: number; most: number; budget: Budget },
): { from: number; to: number } | null {
  const masks = new Masks(wanted);
  for (let from = 0; from + needed <= text.length; ) {
    if (budget.left <= 0) return null;
    const to = Math.min(text.length, from + most);
    budget.left -= (to - from) * masks.width;
    const count = masks.longestInOrder(text, from, to);
    if (count >= needed) return tight(masks, text, { from, to, count });
    from += needed - count; // moving on by one item adds at most one
  }
  return null;
}

/** Windows longer than this are not tightened: it takes a look for each word that falls away. */
const longestTightened = 400;

/** The window without the words at its two ends that are none of those found. */
function tight(
  masks: Masks,
  text: readonly number[],
  { count, ...window }: { from: number; to: number; count: number },
): { from: number; to: number } {
  let { from, to } = window;
  if (to - from > longestTightened) return window;
  while (masks.longestInOrder(text, from, to - 1) === count) to -= 1;
  while (masks.longestInOrder(text, from + 1, to) === count) from += 1;
  return { from, to };
}

/**
 * The longest common subsequence of fixed items with stretches of text, 32 items to a machine word: Hyyrö, “Bit-parallel
 * LCS-length computation revisited” (2004).
 */
class Masks {
  readonly width: number;
  private readonly of = new Map<number, Uint32Array>();

  private readonly wanted: readonly number[];

  constructor(wanted: readonly number[]) {
    this.wanted = wanted;
    this.width = Math.ceil(wanted.length / 32);
    for (const [index, item] of wanted.entries()) {
      const mask = this.of.get(item) ?? new Uint32Array(this.width);
      mask[index >>> 5] = (mask[index >>> 5] ?? 0) | (1 << (index & 31));
      this.of.set(item, mask);
    }
  }

  longestInOrder(text: readonly number[], from: number, to: number): number {
    const row = new Uint32Array(this.width).fill(0xffffffff);
    for (let at = from; at < to; at += 1) {
      const mask = this.of.get(text[at] ?? -1);
      if (mask) step(row, mask);
    }
    let zeros = 0;
    for (let index = 0; index < this.wanted.length; index += 1)
      if ((((row[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 0) zeros += 1;
    return zeros;
  }
}

/** V = (V + (V & M)) | (V & ~M), with the carry from one machine word to the next. */
function step(row: Uint32Array, mask: Uint32Array): void {
  let carry = 0;
  for (let index = 0; index < row.length; index += 1) {
    const value = row[index] ?? 0;
    const hit = (value & (mask[index] ?? 0)) >>> 0;
    const sum = value + hit + carry;
    carry = sum > 0xffffffff ? 1 : 0;
    row[index] = ((sum >>> 0) | (value & ~(mask[index] ?? 0))) >>> 0;
  }
}
