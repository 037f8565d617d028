import { isOwnLine } from './colophon-links.ts';
import { type Line, lineAt } from './lines.ts';

const LONGEST = 4000;
const MOST_LINES = 40;
/** A number as pages print it, `1,200`. */
export const FIGURES = String.raw`(\d{1,3}(?:,\d{3})+|\d{1,7})(?!\d)`;

/** What a colophon’s pattern found in its lines, and the line behind them. */
export interface Wrapped {
  found: RegExpExecArray;
  end: number;
}

/** The match at a line, or at the line and those that continue it without a blank line. */
export function wrapped(
  lines: readonly Line[],
  at: number,
  match: (text: string) => RegExpExecArray | null,
): Wrapped | null {
  let text = '';
  let best: Wrapped | null = null;
  for (let end = at; end < Math.min(lines.length, at + MOST_LINES); end += 1) {
    const line = lineAt(lines, end);
    if (end > at && (line.gap || isOwnLine(line.text))) break;
    text = `${text} ${line.text}`.trim();
    if (text.length > LONGEST) break;
    const found = match(text);
    if (found !== null && (best === null || !isComplete(best.found[0], line.text)))
      best = { found, end: end + 1 };
    if (best === null && end - at > 12) break;
  }
  return best;
}

/** Marked links make a colophon long, so that one with them goes on to the end of its paragraph. */
function isComplete(text: string, next: string): boolean {
  if (/ Writer’s(?: page:)?$/u.test(text) || next.startsWith('Writer’s ')) return false;
  return (
    /Responses: \d[^.]*\.$|#[\w-]+|\/responses\/\d+\//u.test(text) && !/\s\[\w{1,3}\](?:\s|$)/u.test(text)
  );
}

/** `2, 4, 1,207 and others`. */
export function numbersIn(text: string): number[] {
  return [...text.matchAll(/\d+/gu)].map(([figures]) => Number(figures));
}

/** `1,200` is how the page prints 1200. */
export function numberOf(figures: string | undefined): number {
  return Number((figures ?? '').replaceAll(',', ''));
}
