import type { Earlier } from './earlier.ts';
import { findNamed } from './named-references.ts';
import { findNumbered } from './numbered-references.ts';

/** Words of a comment that mean an earlier one: `text` as written, at letters `from` to `to` (exclusive) of a paragraph. */
export type Reference = { text: string; to: number; paragraph: number; from: number };

/** A comment whose references are looked for, with what was there before it. */
export type Referring = {
  number: number;
  author: string;
  paragraphs: readonly string[];
  /** The article's title and paragraphs: a name that stands there may be somebody else's. */
  article: string;
  earlier: Earlier;
};

/** Text before and after a stretch of a paragraph, as far as it can matter. What others said is blanked out. */
export type Around = { before: string; after: string };

/** A paragraph with its place in the comment. */
export type Line = { text: string; paragraph: number };

const farthest = 160;

export function aroundOf(text: string, from: number, to: number): Around {
  return { before: text.slice(Math.max(0, from - farthest), from), after: text.slice(to, to + farthest) };
}

const mostReferences = 200;

/**
 * The references of a comment to earlier ones, by number, ordinal or name. Rather too few than a false one: what a
 * careful reader would not be sure of is left out. Each is told once, where it stands first.
 */
export function findReferences(comment: Referring): Reference[] {
  const lines = comment.paragraphs.map(withoutOthersWords);
  const found = [...findNumbered(comment, lines), ...findNamed(comment, lines)];
  const inOrder = found.sort((one, other) => one.paragraph - other.paragraph || one.from - other.from);
  const told = new Set<string>();
  return inOrder
    .filter(({ text, to }) => {
      const key = `${to} ${text}`;
      return !told.has(key) && told.add(key);
    })
    .slice(0, mostReferences);
}

const marked =
  /“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|(?<![\p{L}\p{N}])"[^"]*"(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])‘[^‘’]*(?:’(?=[\p{L}])[^‘’]*)*’(?![\p{L}\p{N}])/gu;
const addresses = /\b(?:https?:\/\/|www\.)\S+|(?<![^\s])[^\s@]+@[^\s@]+\.\S+/gi;

/** The paragraph with what others said and what is an address blanked out, each letter keeping its place. */
function withoutOthersWords(paragraph: string): string {
  if (/^>\s?/.test(paragraph)) return ' '.repeat(paragraph.length);
  const blank = (text: string) => '\ufffc'.repeat(text.length);
  return paragraph.replace(addresses, blank).replace(marked, blank);
}
