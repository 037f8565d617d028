import type { ItemLine } from './item-lines.ts';
import { type Line, lineAt } from './lines.ts';
import { nameDoubt } from './names.ts';
import { chained } from './number-chain.ts';

/** From this doubt on a line is never an item; a lower bar where the page does not state how many there are. */
const NEVER = 4;
const NEVER_UNCOUNTED = 3;

/**
 * The item lines that open comments, out of all lines of that shape. A thread's items share the form of its
 * first one and, where numbered, count on; a line that only looks like one (“he says:” within a comment) is
 * told by its words, its place and, where there are more than the page states, by being the most doubtful.
 */
export function chooseItems(
  lines: readonly Line[],
  candidates: readonly ItemLine[],
  stated: number | null,
): ItemLine[] {
  const anchor = candidates.find((item) => item.family !== 'ping') ?? candidates[0];
  if (anchor === undefined) return [];
  const alike = chained(candidates.filter((item) => isLike(item, anchor)));
  const doubted = withDoubts(lines, alike);
  const bar = stated === null ? NEVER_UNCOUNTED : NEVER;
  const kept = doubted.filter(({ doubt }, index) => index === 0 || doubt < bar);
  return withoutExcess(kept, stated).map(({ item }) => item);
}

function isLike(item: ItemLine, anchor: ItemLine): boolean {
  if ((item.number === null) !== (anchor.number === null)) return false;
  return item.family === anchor.family || item.family === 'ping' || anchor.family === 'ping';
}

interface Doubted {
  item: ItemLine;
  doubt: number;
}

function withDoubts(lines: readonly Line[], items: readonly ItemLine[]): Doubted[] {
  const comments = items.filter((item) => item.kind === 'comment');
  const habits = {
    gap: mostly(items, (item) => item.gap),
    dateAfter: comments[0]?.dateAfter === true || mostly(comments, (item) => item.dateAfter),
    dated: (comments[0]?.published ?? null) !== null || mostly(comments, (item) => item.published !== null),
    indent: items[0]?.indent ?? 0,
  };
  return items.map((item, index) => ({
    item,
    doubt: doubtOf(lines, item, { habits, before: items[index - 1] }),
  }));
}

interface Company {
  habits: { gap: boolean; dateAfter: boolean; dated: boolean; indent: number };
  before: ItemLine | undefined;
}

function doubtOf(lines: readonly Line[], item: ItemLine, { habits, before }: Company): number {
  const unnumbered = item.number === null;
  const name = nameDoubt(item.author);
  let doubt = unnumbered ? name : Math.min(name, 3);
  if (habits.gap && !item.gap) doubt += unnumbered ? 3 : 1;
  if (item.kind === 'comment' && habits.dateAfter && !item.dateAfter) doubt += 4;
  else if (item.kind === 'comment' && habits.dated && item.published === null) doubt += 3;
  if (item.indent !== habits.indent) doubt += unnumbered ? 1 : 0;
  if (
    item.indent > habits.indent + 1 &&
    item.indent === (before === undefined ? -1 : bodyIndent(lines, before))
  )
    doubt += 2;
  if (item.number === 1 && before !== undefined && before.number !== 2) doubt += 1;
  if (before !== undefined && before.bodyAt >= item.at && before.kind === 'comment') doubt += 1;
  return doubt + announced(lines, item);
}

/** What a sentence that introduces a quotation is followed by. */
function announced(lines: readonly Line[], item: ItemLine): number {
  return /^["“„«‘>]/u.test(lineAt(lines, item.bodyAt).text) && item.opening === '' ? 1 : 0;
}

function bodyIndent(lines: readonly Line[], item: ItemLine): number {
  return lineAt(lines, item.bodyAt).indent;
}

function withoutExcess(items: readonly Doubted[], stated: number | null): Doubted[] {
  const excess = stated === null ? 0 : items.length - stated;
  if (excess <= 0) return [...items];
  const doubtful = items.filter(({ doubt }, index) => doubt > 0 && index > 0);
  const worst = doubtful.sort((one, two) => two.doubt - one.doubt).slice(0, excess);
  const dropped = new Set(worst);
  return items.filter((item) => !dropped.has(item));
}

function mostly<Item>(items: readonly Item[], test: (item: Item) => boolean): boolean {
  return items.length > 0 && items.filter(test).length * 2 > items.length;
}
