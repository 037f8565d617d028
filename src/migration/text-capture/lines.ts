import { foldLine } from './fold-text.ts';

/** A line that is not blank: its folded words, how far it was indented, and whether a blank line came before. */
export interface Line {
  text: string;
  indent: number;
  gap: boolean;
}

/** No structural line (heading, item line, byline…) is longer than this; longer ones are only ever prose. */
export const LONGEST_SIGN = 300;

/**
 * The lines of a capture without the blank ones. A capture that has no blank line at all was flattened to a
 * line per paragraph, so that each of its lines counts as standing alone.
 */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let gap = true;
  for (const raw of withoutQuoting(text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/u))) {
    const folded = foldLine(raw);
    if (folded !== '') lines.push({ text: folded, indent: indentOf(raw), gap });
    gap = folded === '';
  }
  if (lines.slice(1).some((line) => line.gap)) return lines;
  return lines.map((line) => ({ ...line, gap: true }));
}

/** A page that was quoted whole, as in an answer by mail, has a mark before nearly every line. */
function withoutQuoting(raws: string[]): string[] {
  const full = raws.filter((raw) => raw.trim() !== '');
  const quoted = full.filter((raw) => /^\s*>/u.test(raw));
  if (quoted.length < 3 || quoted.length * 10 < full.length * 9) return raws;
  return withoutQuoting(raws.map((raw) => raw.replace(/^\s*> ?/u, '')));
}

function indentOf(raw: string): number {
  let at = 0;
  while (at < raw.length && at < LONGEST_SIGN && /[\s\ufeff]/u.test(raw.charAt(at))) at += 1;
  return at;
}

/** The lines grouped into runs between blank lines. */
export function blocksOf(lines: readonly Line[]): Line[][] {
  const blocks: Line[][] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last === undefined || line.gap) blocks.push([line]);
    else last.push(line);
  }
  return blocks;
}

/** The paragraphs of the lines: the runs between blank lines, each folded into one. */
export function paragraphsOf(lines: readonly Line[]): string[] {
  return blocksOf(lines).map((block) => block.map((line) => line.text).join(' '));
}

/** The line at an index, or an empty one that stands alone where there is none. */
export function lineAt(lines: readonly Line[], index: number): Line {
  return lines[index] ?? { text: '', indent: 0, gap: true };
}
