import type { Element, ElementContent, Root, Text } from 'hast';
import { isBlock, isElement } from './html-tree.ts';

type Parent = Root | Element;

/**
 * Puts each block on a line of its own and folds the white space of the words between them, as a browser does when
 * it shows them. Preformatted text stays as it is.
 */
export function layOut(parent: Parent): void {
  const children: ElementContent[] = [];
  let words: ElementContent[] = [];
  const isParted =
    parent.type === 'element' &&
    (parent.children as ElementContent[]).some((child) => standsAlone(child, parent));
  const endWords = () => {
    words = foldSpaces(words);
    if (words.length > 0 && isParted && children.length === 0 && !isListItem(parent))
      children.push(lineEnd());
    children.push(...words);
    if (words.length > 0 && isParted) children.push(lineEnd());
    words = [];
  };
  for (const child of parent.children as ElementContent[]) {
    if (!standsAlone(child, parent)) {
      words.push(child);
      continue;
    }
    endWords();
    if (isElement(child) && child.tagName !== 'pre') layOut(child);
    if (children.length === 0 && isParted) children.push(lineEnd());
    children.push(child, lineEnd());
  }
  endWords();
  parent.children = children;
}

/** A list item's words follow its mark; everywhere else what stands among blocks begins a line. */
function isListItem(parent: Parent): boolean {
  return parent.type === 'element' && parent.tagName === 'li';
}

function standsAlone(node: ElementContent, parent: Parent): boolean {
  if (isBlock(node)) return true;
  if (parent.type !== 'element' || !isElement(node)) return false;
  if (parent.tagName === 'figure') return node.tagName === 'img';
  return node.tagName === 'cite' && parent.children.some(isBlock);
}

function lineEnd(): Text {
  return { type: 'text', value: '\n' };
}

type Folding = { last: Text | null; afterSpace: boolean };

/** Runs of white space become one space; none stands at either end, nor round a line break, which ends its line. */
function foldSpaces(words: ElementContent[]): ElementContent[] {
  const folding: Folding = { last: null, afterSpace: true };
  const folded = fold(words, folding);
  trimLast(folding);
  dropLastBreak(folded);
  return folded.filter(isThere);
}

function fold(nodes: ElementContent[], folding: Folding): ElementContent[] {
  return nodes.flatMap((node) => {
    if (node.type === 'text') return foldText(node, folding);
    if (!isElement(node)) return [];
    if (node.tagName === 'br') return endLine(node, folding);
    if (node.children.length === 0) folding.afterSpace = false;
    node.children = fold(node.children, folding);
    return [node];
  });
}

function foldText(text: Text, folding: Folding): Text[] {
  const folded = text.value.replace(/[ \t\n\r\f]+/g, ' ');
  text.value = folding.afterSpace ? folded.replace(/^ /, '') : folded;
  if (text.value === '') return [];
  folding.afterSpace = text.value.endsWith(' ');
  folding.last = text;
  return [text];
}

function endLine(lineBreak: Element, folding: Folding): ElementContent[] {
  trimLast(folding);
  folding.afterSpace = true;
  folding.last = null;
  return [lineBreak, lineEnd()];
}

function trimLast({ last }: Folding): void {
  if (last) last.value = last.value.replace(/ $/, '');
}

function isThere(node: ElementContent): boolean {
  return node.type !== 'text' || node.value !== '';
}

function dropLastBreak(words: ElementContent[]): void {
  const last = words.at(-1);
  const before = words.at(-2);
  if (
    last?.type === 'text' &&
    last.value === '\n' &&
    before &&
    isElement(before) &&
    before.tagName === 'br'
  ) {
    words.splice(-2);
    dropLastBreak(words);
  } else if (last && isElement(last) && last.children.length > 0) dropLastBreak(last.children);
}
