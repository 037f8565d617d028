import { type Line, lineAt } from './lines.ts';
import type { ResponseColophon } from './response-colophons.ts';

/**
 * Of the colophons of an older page, which do not count their words, those that close a response: one inside a
 * response's words, which anybody may type, is told by what follows. After a real one the next number opens, or the
 * thread ends.
 */
export function typedColophons(
  lines: readonly Line[],
  from: number,
  all: readonly ResponseColophon[],
): ResponseColophon[] {
  const found = all.filter((colophon, index) => colophon.at >= (all[index - 1]?.end ?? from));
  const real: ResponseColophon[] = [];
  for (const [index, colophon] of found.entries()) {
    const last = real.at(-1);
    const opened = openedNumber(lines, last?.end ?? from, colophon.at);
    if (opened !== null && opened !== colophon.number) continue;
    const next = found[index + 1];
    const again = next !== undefined && openedNumber(lines, colophon.end, colophon.end + 1) !== next.number;
    if (again && next.number === colophon.number) continue;
    if (colophon.number > (last?.number ?? 0)) real.push(colophon);
  }
  return real;
}

const OPENS = /^(\d{1,7})\.\s+(?:.{0,120}:|Removed|Withdrawn|Withheld|.{0,60})$/u;

/** The number of the first line like `3. Name says:` between two places. */
function openedNumber(lines: readonly Line[], from: number, until: number): number | null {
  for (let at = from; at < Math.min(until, lines.length); at += 1) {
    const found = OPENS.exec(lineAt(lines, at).text.slice(0, 200));
    if (found !== null) return Number(found[1]);
  }
  return null;
}
