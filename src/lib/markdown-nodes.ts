import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { defaultHandlers, type Handle, type State, toMdast } from 'hast-util-to-mdast';
import type { Html, Nodes, Root, RootContent } from 'mdast';
import { hasClass, isBlock, isElement } from './html-tree.ts';
import { layOut } from './lay-out.ts';
import { definitionOf, notesIn, referenceKey } from './markdown-footnotes.ts';

/** A block of clean HTML as Markdown's nodes: the notes are several. */
export function blockToMarkdown(block: Element): RootContent[] {
  const tree = toMdast({ type: 'root', children: [block] }, { handlers, nodeHandlers: {}, newlines: true });
  return tree.type === 'root' ? (tree as Root).children : [tree as RootContent];
}

/** A block as it is, on lines of its own without an empty one, which would end it. */
export function asHtml(block: Element): Html {
  const copy = structuredClone(block);
  layOut({ type: 'root', children: [copy] });
  const html = toHtml(copy, { characterReferences: { useNamedReferences: false } });
  return { type: 'html', value: html.replace(/\n(?=[ \t]*(?:\n|$))/g, '&#10;') };
}

/** Elements for which Markdown has no mark: their tags stand in the text. */
const marks = ['abbr', 'b', 'cite', 'del', 'i', 'ins', 'q', 's', 'small', 'sub', 'sup'];

const inTags: Handle = (state, element) => {
  const [open = '', close = ''] = toHtml({ ...element, children: [{ type: 'text', value: '\u0000' }] }).split(
    '\u0000',
  );
  return [tag(open), ...state.all(element), tag(close)] as Nodes[] as never;
};

function tag(value: string): Html {
  return { type: 'html', value };
}

const whole: Handle = (_state, element) => asHtml(element);

function unless(isSayable: (element: Element) => boolean, say: Handle): Handle {
  return (state, element, parent) => (isSayable(element) ? say(state, element, parent) : asHtml(element));
}

const handlers: Record<string, Handle> = {
  ...Object.fromEntries(marks.map((mark) => [mark, inTags])),
  a(state, element) {
    const key = referenceKey(element);
    if (key !== null) return { type: 'footnoteReference', identifier: key, label: key };
    return defaultHandlers.a(state, element);
  },
  aside: whole,
  figure: whole,
  img: whole,
  p: unless((element) => !hasClass(element, 'card'), defaultHandlers.p as Handle),
  blockquote: unless(isPlainQuotation, defaultHandlers.blockquote as Handle),
  table: unless(isPlainTable, defaultHandlers.table as Handle),
  section: (state, element) => notesIn(element).map(({ key, children }) => noteNode(state, key, children)),
};

function noteNode(state: State, key: string, children: ElementContent[]) {
  return definitionOf(
    key,
    state.all({ type: 'element', tagName: 'p', properties: {}, children }) as RootContent[],
  );
}

function isPlainQuotation({ properties, children }: Element): boolean {
  return (
    properties.cite === undefined && !children.some((child) => isElement(child) && child.tagName === 'cite')
  );
}

/** One row of heads, cells of single lines, none of them wider or taller than the others. */
function isPlainTable(table: Element): boolean {
  const [head, ...others] = table.children.filter(isElement);
  if (head?.tagName !== 'thead' || others.some(({ tagName }) => tagName !== 'tbody')) return false;
  const rows = [head, ...others].flatMap(({ children }) => children.filter(isElement));
  return rows.every((row, index) =>
    row.children.filter(isElement).every((cell) => isPlainCell(cell, index === 0)),
  );
}

function isPlainCell({ tagName, properties, children }: Element, heads: boolean): boolean {
  const isWide = properties.colSpan !== undefined || properties.rowSpan !== undefined;
  const hasLines = children.some((child) => isElement(child) && (isBlock(child) || child.tagName === 'br'));
  return !isWide && !hasLines && tagName === (heads ? 'th' : 'td');
}
