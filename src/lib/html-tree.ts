import type { Element, ElementContent, Nodes, RootContent } from 'hast';

const blocks = new Set([
  ...['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'pre', 'hr', 'aside', 'section', 'figure'],
  ...['figcaption', 'table', 'caption', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'],
]);

/** Whether a node of a clean tree is an element. */
export function isElement(node: Nodes | RootContent): node is Element {
  return node.type === 'element';
}

/** Whether it stands on lines of its own. */
export function isBlock(node: Nodes | RootContent): boolean {
  return node.type === 'element' && blocks.has(node.tagName);
}

/** Whether it says that it is of this kind. */
export function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

/** The words in some nodes, as they stand. */
export function textIn(nodes: ElementContent[]): string {
  return nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? textIn(node.children) : ''))
    .join('');
}

/** White space alone. A no-break space is one here. */
export function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}
