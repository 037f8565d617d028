import { readItemLine } from './item-lines.ts';
import { type Line, lineAt } from './lines.ts';

/**
 * The same lines, where bare numbers that count the items below them (`1`, then `Ada says:`) have the full stop
 * that other themes print. Only a thread whose first line is the number 1 is numbered so.
 */
export function withDottedNumbers(lines: readonly Line[], from: number): readonly Line[] {
  if (!isNumber(lines, from, 1)) return lines;
  const dotted = [...lines];
  let number = 1;
  for (let at = from; at < lines.length; at += 1) {
    if (!isNumber(lines, at, number)) continue;
    dotted[at] = { ...lineAt(lines, at), text: `${number}.` };
    number += 1;
  }
  return dotted;
}

function isNumber(lines: readonly Line[], at: number, number: number): boolean {
  const { text } = lineAt(lines, at);
  return (text === `${number}` || text === `#${number}`) && readItemLine(lines, at + 1) !== null;
}
