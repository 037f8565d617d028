import { textOfMarkdown } from './markdown-text.ts';

const LONGEST_MARKDOWN = 4_000_000;
const INDENT = /^[^\S\n]*/u;

/**
 * A page of ours as a program flattened it, without what the program put in: link numbers and “References” (lynx),
 * addresses in brackets behind links (html-to-text), bullets and numbers of lists (both, w3m), Markdown. A text that
 * shows no trace of these comes back as it is.
 */
export function undress(text: string): string {
  if (isMarkdown(text)) return textOfMarkdown(text);
  return withoutBullets(withoutAddresses(withoutNumbers(text)));
}

/** A heading and links as Markdown writes them. */
function isMarkdown(text: string): boolean {
  if (text.length > LONGEST_MARKDOWN || !/^#{1,3} \S/mu.test(text)) return false;
  return (text.match(/\]\((?:\/|#|https?:)/gu) ?? []).length > 2;
}

/** `[12]words`, in order, with the list of addresses at the end. */
function withoutNumbers(text: string): string {
  const list = /\n[^\S\n]*References\n+(?:[^\S\n]*Visible links:?\n+)?[^\S\n]*1\. [a-z]+:/u.exec(text);
  if (list === null) return text;
  const page = text.slice(0, list.index);
  const kept: string[] = [];
  let from = 0;
  for (let number = 1; ; number += 1) {
    const mark = `[${number}]`;
    const at = page.indexOf(mark, from);
    if (at < 0) break;
    kept.push(page.slice(from, at));
    from = at + mark.length;
  }
  return [...kept, page.slice(from)].join('');
}

/** `words [/path/]`, where the page's own navigation shows that links were printed so. */
function withoutAddresses(text: string): string {
  if ((text.match(/ \[\/[^\]\s]*\]/gu) ?? []).length < 3) return text;
  return text
    .replace(/\s\[(?:\/|#|https?:|mailto:)[^\]\s]*\]/gu, '')
    .replace(/^([^\S\n]*)>[^\S\n]?/gmu, '$1');
}

/** Each item a paragraph of its own, where the colophon's list shows that items were marked. */
function withoutBullets(text: string): string {
  const here = /^([^\S\n]*)[*•+][^\S\n]+Here:/mu.exec(text);
  if (here === null) return text;
  const base = baseIndent(text, here.index);
  return text
    .split('\n')
    .map((line) => {
      const indent = INDENT.exec(line)?.[0].length ?? 0;
      const words = line.slice(indent);
      const bare = words.replace(/^[*•+][^\S\n]+/u, '');
      if (bare !== words) return `\n${bare}`;
      return indent > base ? line.replace(/^[^\S\n]*\d+\.[^\S\n]+/u, '\n') : line;
    })
    .join('\n');
}

/** How far the paragraph above the list stands from the edge. */
function baseIndent(text: string, before: number): number {
  const above =
    text
      .slice(0, before)
      .split('\n')
      .findLast((line) => line.trim() !== '') ?? '';
  return INDENT.exec(above)?.[0].length ?? 0;
}
