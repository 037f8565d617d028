import type { ElementContent, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { CleanHtml } from '../lib/clean-html.ts';
import { type PrintedParagraph, printedParagraphs } from './html-text.ts';

/** Letters of a paragraph, `to` exclusive. */
export type Stretch = { paragraph: number; from: number; to: number };

/**
 * What is put around some words, and what stands at their end inside of it. Where the words are not one piece of the
 * page, only the first piece gets the id and only the last one the end.
 */
export type Mark = {
  stretch: Stretch;
  tagName: 'a' | 'span';
  properties: Properties;
  end?: ElementContent[];
};

/**
 * Puts marks around stretches of clean HTML. The words stay as they are, and so does every element: a mark is
 * divided where it would cross one, and a link is never put around a link. Of two marks that overlap the first is drawn.
 */
export function markHtml(html: CleanHtml, marks: readonly Mark[]): CleanHtml {
  if (marks.length === 0) return html;
  const paragraphs = printedParagraphs(html);
  const inserted: { at: number; text: string }[] = [];
  let free = 0;
  for (const mark of inOrder(marks)) {
    const printed = printedAt(paragraphs[mark.stretch.paragraph], mark.stretch);
    if (printed === null || printed.from < free) continue;
    free = printed.to;
    const pieces = balanced(html, printed, mark.tagName === 'a').filter(({ from, to }) =>
      /\S/.test(words(html.slice(from, to))),
    );
    for (const [index, { from, to }] of pieces.entries())
      inserted.push(...around(mark, { from, to, isFirst: index === 0, isLast: index === pieces.length - 1 }));
  }
  return spliced(html, inserted) as CleanHtml;
}

const words = (html: string) => html.replace(/<(?:[^>"]|"[^"]*")*>/g, '');

function inOrder(marks: readonly Mark[]): Mark[] {
  return [...marks].sort(
    ({ stretch: one }, { stretch: other }) =>
      one.paragraph - other.paragraph || one.from - other.from || other.to - one.to,
  );
}

type Printed = { from: number; to: number };

/** Where letters of a paragraph are printed; null where there are none of them. */
function printedAt(paragraph: PrintedParagraph | undefined, { from, to }: Stretch): Printed | null {
  const pieces = paragraph?.pieces.filter((piece) => piece.to > from && piece.from < to) ?? [];
  const [first, last] = [pieces[0], pieces.at(-1)];
  if (!first || !last || to <= from) return null;
  const isPlain = (piece: typeof first) => piece.to - piece.from === piece.end - piece.at;
  return {
    from: isPlain(first) ? first.at + Math.max(0, from - first.from) : first.at,
    to: isPlain(last) ? last.at + Math.min(last.to, to) - last.from : last.end,
  };
}

const tag = /<(\/?)([a-z][a-z0-9]*)(?:[^>"]|"[^"]*")*>/g;

/** The longest pieces of a stretch of HTML that hold whole elements and, for a link, no other link. */
function balanced(html: string, { from, to }: Printed, isLink: boolean): Printed[] {
  const barred: Printed[] = [];
  const open: (Printed & { name: string; barred: number })[] = [];
  if (isLink && isInLink(html.slice(0, from))) open.push({ name: 'a', from, to: from, barred: 0 });
  for (const match of html.slice(from, to).matchAll(tag)) {
    const [written, closes, name = ''] = match;
    const [at, end] = [from + match.index, from + match.index + written.length];
    const opened = open.at(-1);
    if (name === 'br' || name === 'img') continue;
    if (closes === '') open.push({ name, from: at, to: end, barred: barred.length });
    else if (opened?.name !== name) barred.push({ from: at, to: end });
    else {
      open.pop();
      if (isLink && name === 'a') barred.push({ from: opened.from, to: end });
      else if (barred.length > opened.barred) barred.push(opened, { from: at, to: end });
    }
  }
  for (const { name, ...opened } of open)
    barred.push(isLink && name === 'a' ? { from: opened.from, to } : opened);
  return between(barred, { from, to });
}

/** True where HTML breaks off inside a link. */
function isInLink(html: string): boolean {
  return [...html.matchAll(/<(\/?)a[ >]/g)].at(-1)?.[1] === '';
}

/** What is left of a stretch without some parts of it. */
function between(barred: readonly Printed[], { from, to }: Printed): Printed[] {
  const pieces: Printed[] = [];
  let start = from;
  for (const each of [...barred].sort((one, other) => one.from - other.from)) {
    if (each.from > start) pieces.push({ from: start, to: each.from });
    start = Math.max(start, each.to);
  }
  if (to > start) pieces.push({ from: start, to });
  return pieces;
}

type Place = Printed & { isFirst: boolean; isLast: boolean };

function around({ tagName, properties, end = [] }: Mark, { from, to, isFirst, isLast }: Place) {
  const { id: _, ...others } = properties;
  const element = {
    type: 'element' as const,
    tagName,
    properties: isFirst ? properties : others,
    children: [],
  };
  const closing = `</${tagName}>`;
  const opening = toHtml(element).slice(0, -closing.length);
  const behind = isLast ? toHtml(end) : '';
  return [
    { at: from, text: opening },
    { at: to, text: behind + closing },
  ];
}

function spliced(html: string, inserted: readonly { at: number; text: string }[]): string {
  let result = '';
  let from = 0;
  for (const { at, text } of inserted) {
    result += html.slice(from, at) + text;
    from = at;
  }
  return result + html.slice(from);
}
