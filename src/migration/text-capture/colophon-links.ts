import type { CapturedLink } from './capture-result.ts';
import { type Line, lineAt } from './lines.ts';

const LONGEST = 4000;
const MOST_LINES = 40;
const ADDRESS = /^\s*(https?:\/\/\S+)/u;
const MARK = /^\[(\w{1,3})\]\s*(.*)$/u;

const RELATED = /^((?:Series: |Follow-up(?: to)?: “).{1,400}) (https?:\/\/\S+)$/u;

type Related = { words: string; address: string };

function relatedIn(text: string): Related {
  const [, words = '', address = ''] = RELATED.exec(text) ?? [];
  return { words, address };
}

/** The address that a text begins with, or null. */
export function addressIn(text: string): string | null {
  return ADDRESS.exec(text)?.[1] ?? null;
}

/** Whether a line below a colophon stands for itself and does not go on with the line above it. */
export function isOwnLine(text: string): boolean {
  return /^(?:Here:(?: |$)|\[\w{1,3}\]\s|\d+\.\s\S.*:$|Series: |Follow-up(?: to)?: “)/u.test(text);
}

/** The marked links (`[1] “Words”: https://…`) in the text of a colophon. */
export function linksIn(text: string): CapturedLink[] {
  return text
    .split(/\s(?=\[\w{1,3}\]\s)/u)
    .map((part) => MARK.exec(part.trim()))
    .flatMap((found) => (found === null ? [] : [{ mark: found[1] ?? '', text: found[2] ?? '' }]));
}

/** The address and the marked links on lines of their own under a colophon, hard-wrapped or not. */
export function linksBelow(
  lines: readonly Line[],
  from: number,
): { address: string | null; links: CapturedLink[]; related: Related[]; end: number } {
  const links: CapturedLink[] = [];
  const related: Related[] = [];
  let address: string | null = null;
  let at = from;
  while (at < lines.length) {
    const { text, end } = unwrapped(lines, at);
    const here = text.replace(/^Here:\s*/u, '');
    if (address === null && addressIn(here) !== null) address = addressIn(here);
    else if (MARK.test(text) && /https?:/u.test(text)) links.push(...linksIn(text));
    else if (RELATED.test(text)) related.push(relatedIn(text));
    else break;
    at = end;
  }
  return { address, links, related, end: at };
}

/** A line with those that continue it. */
function unwrapped(lines: readonly Line[], at: number): { text: string; end: number } {
  let { text } = lineAt(lines, at);
  let end = at + 1;
  while (end < lines.length && end < at + MOST_LINES && !lineAt(lines, end).gap) {
    if (isOwnLine(lineAt(lines, end).text) || /https?:\/\/\S*[^\s,;]$/u.test(text)) break;
    text += ` ${lineAt(lines, end).text}`;
    end += 1;
  }
  return { text: text.slice(0, LONGEST), end };
}
