import type { Element, ElementContent, Root } from 'hast';
import { settleNotes } from './article-notes.ts';
import { settleTable } from './article-tables.ts';
import { hasClass, isBlank, isBlock, isElement, textIn } from './html-tree.ts';
import { layOut } from './lay-out.ts';

type Parent = Root | Element;

/**
 * Gives an article's clean tree its one form, so that whoever wrote it, in whatever program, the same text has the
 * same HTML: words stand in paragraphs, empty elements go, quotations and tables have one shape, footnotes are in
 * order.
 */
export function settle(tree: Root): void {
  settleInside(tree);
  settleNotes(tree);
  layOut(tree);
}

function settleInside(parent: Parent): void {
  const children: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    if (isElement(child)) {
      if (child.tagName === 'pre') settleCode(child);
      else settleInside(child);
      children.push(...formOf(child));
    } else children.push(child);
  }
  parent.children = merged(holdsParagraphs(parent) ? inParagraphs(children, parent) : children);
}

/** Code begins with a line that has something in it, no line has spaces behind it, and the last ends as the others. */
function settleCode({ children: [code, ...others] }: Element): void {
  if (!code || others.length > 0 || !isElement(code) || code.tagName !== 'code') return;
  const text = textIn(code.children);
  if (code.children.some(isElement)) return;
  const lines = text.split('\n').map((line) => line.trimEnd());
  const isFull = (line: string) => line !== '';
  const between = lines.slice(Math.max(0, lines.findIndex(isFull)), lines.findLastIndex(isFull) + 1);
  code.children = [{ type: 'text', value: `${between.join('\n')}\n` }];
}

/** What stands in the place of an element. */
function formOf(element: Element): ElementContent[] {
  const { tagName, children } = element;
  if (tagName === 'img') return element.properties.src === undefined ? [] : [element];
  if (tagName === 'aside' && !hasClass(element, 'pull')) return children;
  if (tagName === 'section' && !hasClass(element, 'notes')) return children;
  if (tagName === 'a' && element.properties.href === undefined) return children;
  if (isEmpty(element)) return tagName === 'pre' ? [] : children.filter((child) => child.type === 'text');
  if (tagName === 'p') return [asParagraph(element)];
  if (tagName === 'figure') return asFigure(element);
  if (tagName === 'figcaption' || tagName === 'td' || tagName === 'th') return [asLine(element)];
  if (tagName === 'table') return [settleTable(element)];
  return isBlock(element) ? [element] : pushDown(element);
}

const neverEmpty = new Set(['br', 'hr', 'img', 'td', 'th']);

function isEmpty(element: Element): boolean {
  if (element.tagName === 'pre') return textIn(element.children).trim() === '';
  if (neverEmpty.has(element.tagName)) return false;
  if (element.tagName === 'section') return false;
  return element.children.every((child) => isBlank(child) || isBreak(child));
}

function isBreak(node: ElementContent): boolean {
  return isElement(node) && node.tagName === 'br';
}

/** A link card is one link and nothing else; a picture by itself is a figure. */
function asParagraph(paragraph: Element): Element {
  const [only, ...others] = paragraph.children.filter((child) => !isBlank(child));
  if (only && isElement(only) && only.tagName === 'img' && others.length === 0)
    return { type: 'element', tagName: 'figure', properties: {}, children: [only] };
  const isCard = only && isElement(only) && only.tagName === 'a' && others.length === 0;
  if (!isCard) delete paragraph.properties.className;
  return paragraph;
}

/** Nothing but a caption is no figure. */
function asFigure(figure: Element): ElementContent[] {
  const shows = figure.children.some((child) => isElement(child) && child.tagName !== 'figcaption');
  if (shows) return [figure];
  return figure.children.map((child) => (isElement(child) ? { ...child, tagName: 'p' } : child));
}

/** Paragraphs in what is one: the only one is not needed, several become lines. */
function asLine(element: Element): Element {
  const parts = element.children.filter((child) => !isBlank(child));
  const paragraphs = parts.filter((child) => isElement(child) && child.tagName === 'p') as Element[];
  if (paragraphs.length === 0 || paragraphs.length < parts.length) return element;
  element.children = paragraphs.flatMap(({ children }, index) =>
    index === 0 ? children : [{ type: 'element', tagName: 'br', properties: {}, children: [] }, ...children],
  );
  return element;
}

/** Emphasis or a link round whole paragraphs goes into each of them. */
function pushDown(element: Element): ElementContent[] {
  if (!element.children.some(isBlock)) return [element];
  return runs(element.children).flatMap((run) => {
    if (!run.isBlock) return run.nodes.every(isBlank) ? run.nodes : [{ ...element, children: run.nodes }];
    return run.nodes.map((block) => {
      if (!isElement(block) || block.tagName === 'pre' || block.children.length === 0) return block;
      return { ...block, children: pushDown({ ...element, children: block.children }) };
    });
  });
}

function holdsParagraphs(parent: Parent): boolean {
  return parent.type === 'root' || parent.tagName === 'blockquote' || parent.tagName === 'aside';
}

/** Loose words are put into paragraphs; who is quoted stands last and by itself. */
function inParagraphs(children: ElementContent[], parent: Parent): ElementContent[] {
  const all = runs(children);
  return all.flatMap((run, index): ElementContent[] => {
    if (run.isBlock) return run.nodes;
    const words = run.nodes.filter((node) => !isBlank(node));
    if (words.length === 0) return [];
    const [only] = words;
    const isSource = parent.type !== 'root' && index === all.length - 1 && index > 0 && words.length === 1;
    if (isSource && only && isElement(only) && only.tagName === 'cite') return [only];
    if (textIn(words).trim() === '' && words.every(isBreak)) return [];
    return [asParagraph({ type: 'element', tagName: 'p', properties: {}, children: run.nodes })];
  });
}

type Run = { isBlock: boolean; nodes: ElementContent[] };

function runs(children: ElementContent[]): Run[] {
  const all: Run[] = [];
  for (const child of children) {
    const last = all.at(-1);
    if (last && last.isBlock === isBlock(child)) last.nodes.push(child);
    else all.push({ isBlock: isBlock(child), nodes: [child] });
  }
  return all;
}

const mergeable = new Set(['b', 'code', 'del', 'em', 'i', 'ins', 's', 'small', 'strong', 'sub', 'sup']);

/** Emphasis that stops and goes on at once is one. */
function merged(children: ElementContent[]): ElementContent[] {
  const all: ElementContent[] = [];
  for (const child of children) {
    const last = all.at(-1);
    if (!last || last.type !== child.type) all.push(child);
    else if (last.type === 'text' && child.type === 'text') last.value += child.value;
    else if (
      isElement(last) &&
      isElement(child) &&
      last.tagName === child.tagName &&
      mergeable.has(child.tagName)
    )
      last.children = merged([...last.children, ...child.children]);
    else all.push(child);
  }
  return all;
}
