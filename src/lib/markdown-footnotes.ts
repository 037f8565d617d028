import type { Element, ElementContent } from 'hast';
import type { FootnoteDefinition, FootnoteReference, RootContent } from 'mdast';
import type { Handlers } from 'mdast-util-to-hast';
import { hasClass, isElement, textIn } from './html-tree.ts';

/** From Markdown: footnotes as the cleaner reads them, each where it stands. It puts them in order. */
export function footnoteHandlers(): Handlers {
  const keys = new Map<string, string>();
  const keyFor = ({ identifier }: { identifier: string }) => {
    const key = /^[a-z0-9]{1,20}$/.test(identifier) ? identifier : (keys.get(identifier) ?? `x${keys.size}x`);
    keys.set(identifier, key);
    return key;
  };
  return {
    footnoteReference: (_state, node: FootnoteReference): Element => ({
      ...{ type: 'element', tagName: 'a', properties: { className: ['fn'], href: `#note-${keyFor(node)}` } },
      children: [{ type: 'text', value: '[1]' }],
    }),
    footnoteDefinition: (state, node: FootnoteDefinition): Element => {
      const [first, ...others] = state.all(node).filter(isElement);
      const properties = { id: `note-${keyFor(node)}` };
      const begins: Element = { type: 'element', tagName: 'p', properties, children: [] };
      const children =
        first?.tagName === 'p'
          ? [{ ...begins, children: first.children }, ...others]
          : [begins, ...(first ? [first] : []), ...others];
      return { type: 'element', tagName: 'section', properties: { className: ['notes'] }, children };
    },
  };
}

/** The key of the note that a link of clean HTML refers to, or null where it is no footnote's. */
export function referenceKey(link: Element): string | null {
  if (!hasClass(link, 'fn')) return null;
  return /^#note-(.+)$/.exec(String(link.properties.href))?.[1] ?? null;
}

/** To Markdown: the notes of clean HTML, each with its key and without the way back. */
export function notesIn(section: Element): { key: string; children: ElementContent[] }[] {
  return section.children.filter(isElement).map(({ properties, children }) => {
    const [first, second, ...others] = children;
    const key = /^note-(.+)$/.exec(String(properties.id))?.[1] ?? '';
    const isBack =
      first && isElement(first) && first.properties.href === `#ref-${key}` && textIn([first]) === `[${key}]`;
    if (!isBack) return { key, children };
    const rest =
      second?.type === 'text'
        ? [{ ...second, value: second.value.replace(/^ /, '') }]
        : second
          ? [second]
          : [];
    return { key, children: [...rest, ...others] };
  });
}

/** A footnote's text in Markdown. */
export function definitionOf(key: string, children: RootContent[]): FootnoteDefinition {
  return {
    ...{ type: 'footnoteDefinition', identifier: key, label: key },
    children: [{ type: 'paragraph', children }] as FootnoteDefinition['children'],
  };
}
