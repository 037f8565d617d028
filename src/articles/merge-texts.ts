import { diffArrays } from 'diff';
import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { diff3Merge } from 'node-diff3';
import { type CleanHtml, cleanHtml } from '../lib/clean-html.ts';
import { hasClass, isElement } from '../lib/html-tree.ts';
import { sha256 } from '../lib/ids.ts';

/** A stretch of a text: blocks that stand, or what each of two made of the same place. */
export type Stretch =
  | { kind: 'same'; blocks: string[] }
  | { kind: 'conflict'; mine: string[]; theirs: string[] };

/** Which of a conflict's sides shall stand. */
export type Side = 'mine' | 'theirs' | 'both';

/** A merge: its stretches in order, and the footnotes that they call by name. */
export type MergedTexts = { stretches: Stretch[]; notes: Map<string, string> };

/**
 * Merges two changes of one text, block by block (paragraphs, lists, tables). What only one of them changed stands as
 * changed; where both changed the same place, both are given. Without a base, whatever differs is kept from both.
 * Footnotes go with the words that refer to them.
 */
export function mergeTexts(base: CleanHtml | null, mine: CleanHtml, theirs: CleanHtml): MergedTexts {
  const [a, b] = [partsOf(mine), partsOf(theirs)];
  const o = base === null ? { blocks: common(a.blocks, b.blocks), notes: [] } : partsOf(base);
  const regions = diff3Merge(a.blocks, o.blocks, b.blocks, { excludeFalseConflicts: true });
  const stretches = regions.flatMap((region): Stretch[] => {
    if (region.ok) return [{ kind: 'same', blocks: region.ok }];
    return region.conflict ? apart(region.conflict) : [];
  });
  return { stretches, notes: new Map([...o.notes, ...b.notes, ...a.notes]) };
}

type Conflict = { a: string[]; o: string[]; b: string[] };

/** Changes that touch without meeting: as many blocks as before on both sides are compared one by one. */
function apart({ a, o, b }: Conflict): Stretch[] {
  if (a.length !== o.length || b.length !== o.length) return [{ kind: 'conflict', mine: a, theirs: b }];
  return o.map((block, index): Stretch => {
    const [mine = '', theirs = ''] = [a[index], b[index]];
    if (mine === theirs || theirs === block) return { kind: 'same', blocks: [mine] };
    if (mine === block) return { kind: 'same', blocks: [theirs] };
    return { kind: 'conflict', mine: [mine], theirs: [theirs] };
  });
}

function common(a: string[], b: string[]): string[] {
  return diffArrays(a, b)
    .filter(({ added, removed }) => !added && !removed)
    .flatMap(({ value }) => value);
}

/** The text that the merge and the choices make. Both: theirs first, as it was saved first. */
export function mergedText({ stretches, notes }: MergedTexts, choices: Side[]): CleanHtml {
  let next = 0;
  const blocks = stretches.flatMap((stretch) => {
    if (stretch.kind === 'same') return stretch.blocks;
    const side = choices[next++] ?? 'both';
    return [...(side === 'mine' ? [] : stretch.theirs), ...(side === 'theirs' ? [] : stretch.mine)];
  });
  return shownBlocks(blocks, notes);
}

/** Blocks as a page may show them, with the footnotes that they refer to and those that nothing refers to. */
export function shownBlocks(blocks: string[], notes: Map<string, string>): CleanHtml {
  const text = blocks.join('\n');
  const wanted = [...notes].filter(([key]) => key.startsWith('o') || text.includes(`#note-${key}"`));
  return cleanHtml([text, ...wanted.map(([, note]) => note)].join('\n'), 'article');
}

type Parts = { blocks: string[]; notes: [key: string, note: string][] };

/**
 * The blocks of a text, each as it can stand beside another's: footnotes, whose numbers change with every note before
 * them, are called by what they say.
 */
function partsOf(html: CleanHtml): Parts {
  const elements = fromHtml(html, { fragment: true }).children.filter(isElement);
  const isNotes = (element: Element) => element.tagName === 'section' && hasClass(element, 'notes');
  const keys = new Map<string, string>();
  const notes = elements
    .filter(isNotes)
    .flatMap(({ children }) => children.filter(isElement))
    .map((note): [string, string] => {
      const key = keyOf(note);
      keys.set(String(note.properties.id).slice('note-'.length), key);
      return [key, noteBlock(note, key)];
    });
  const blocks = elements
    .filter((element) => !isNotes(element))
    .map((element) => printed(renamed(element, keys)));
  return { blocks, notes };
}

/** `m` and what it says; `o` where nothing refers to it. */
function keyOf(note: Element): string {
  const isReferred = note.children.some(isWayBack);
  const words = toHtml(note.children.filter((child) => !isWayBack(child))).trim();
  return `${isReferred ? 'm' : 'o'}${Buffer.from(sha256(words)).toString('hex').slice(0, 20)}`;
}

function isWayBack(node: ElementContent): boolean {
  return isElement(node) && /^#ref-/.test(String(node.properties.href));
}

function noteBlock(note: Element, key: string): string {
  const children = note.children.filter((child) => !isWayBack(child));
  const paragraph: Element = { ...note, properties: { id: `note-${key}` }, children };
  return printed({
    type: 'element',
    tagName: 'section',
    properties: { className: ['notes'] },
    children: [paragraph],
  });
}

function renamed(element: Element, keys: Map<string, string>): Element {
  const children = element.children.map((child: ElementContent) =>
    isElement(child) ? renamed(child, keys) : child,
  );
  const key = keys.get(String(element.properties.href ?? '').replace(/^#note-/, ''));
  if (!hasClass(element, 'fn') || key === undefined) return { ...element, children };
  const label: ElementContent = { type: 'text', value: '[1]' };
  return { ...element, properties: { className: ['fn'], href: `#note-${key}` }, children: [label] };
}

function printed(element: Element): string {
  return toHtml(element, { characterReferences: { useNamedReferences: false } });
}
