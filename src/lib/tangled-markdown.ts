import type { Allowance } from './clean-html.ts';

/**
 * Some texts make any Markdown parser look back from each mark at all the marks before it: time grows with the
 * square of their number. No honest text has so many; beyond these counts the construct is switched off.
 */
const most: Record<Allowance, number> = { comment: 400, article: 2500 };

type Knot = { marks: RegExp; constructs: string[] };

const knots: Knot[] = [
  { marks: /[*_]/g, constructs: ['attention'] },
  {
    marks: /\[/g,
    constructs: [
      ...['labelStartLink', 'labelStartImage', 'labelEnd', 'definition'],
      ...['gfmFootnoteCall', 'gfmPotentialFootnoteCall', 'gfmFootnoteDefinition'],
    ],
  },
  { marks: /</g, constructs: ['htmlFlow', 'htmlText', 'autolink'] },
  { marks: /`+/g, constructs: ['codeText', 'codeFenced'] },
  { marks: /^[ \t]*(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)/gm, constructs: ['list'] },
];

/** Lines of one quotation: each may go on with it without a mark of its own, and is tried against every level. */
const mostQuotedLines: Record<Allowance, number> = { comment: 400, article: 2500 };

/** Cells of one row of a table: those beyond its head are dropped, and take the longer the more there are. */
const mostCells = 500;

/** Names of micromark's constructs that a text has too many marks of. */
export function tangledConstructs(text: string, allowance: Allowance): string[] {
  const tangled = knots.filter(({ marks }) => count(text, marks) > most[allowance]);
  const quotes = /^[ \t]*>/m.test(text) && count(text, /\n/g) > mostQuotedLines[allowance];
  const rows = text.split('\n').some((line) => count(line, /\|/g) > mostCells);
  return [
    ...tangled.flatMap(({ constructs }) => constructs),
    ...(quotes ? ['blockQuote'] : []),
    ...(rows ? ['table'] : []),
  ];
}

function count(text: string, marks: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(marks)) found += 1;
  return found;
}

/**
 * Takes out of a text what nobody sees and a parser stumbles over: white space at the ends of lines, long runs of it
 * inside them, and marks that open quotations and lists nested past any use.
 */
export function untangle(source: string): string {
  return source
    .split('\n')
    .map((line) => shallow(line.trimEnd()))
    .join('\n');
}

const deepestIndent = 24;

function shallow(line: string): string {
  const indent = /^[ \t]*/.exec(line)?.[0] ?? '';
  const text = line.slice(indent.length).replace(/[ \t]{10,}/g, ' ');
  const kept = `${indent.slice(0, deepestIndent)}${text}`;
  const opening = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){12,}/.exec(kept)?.[0];
  return opening === undefined ? kept : opening.slice(0, 24) + kept.slice(opening.length);
}
