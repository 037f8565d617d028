import type { Element } from 'hast';
import { isElement } from './html-tree.ts';

/**
 * A table's one shape: a first row of header cells is its head, the other rows are its body, and each header cell
 * says what it heads (`scope`, WCAG technique H63).
 */
export function settleTable(table: Element): Element {
  const parts = table.children.filter(isElement);
  const caption = parts.find(({ tagName }) => tagName === 'caption');
  const rows = parts.flatMap(rowsIn);
  const heads = rows[0] && isHead(rows[0]) ? rows.slice(0, 1) : [];
  const body = rows.slice(heads.length);
  for (const row of heads) setScope(row, 'col');
  for (const row of body) setScope(row, 'row');
  table.children = [
    ...(caption ? [caption] : []),
    ...(heads.length > 0 ? [part('thead', heads)] : []),
    ...(body.length > 0 ? [part('tbody', body)] : []),
  ];
  return table;
}

function rowsIn(element: Element): Element[] {
  if (element.tagName === 'tr') return [element];
  if (!['thead', 'tbody', 'tfoot'].includes(element.tagName)) return [];
  return element.children.filter(isElement).filter(({ tagName }) => tagName === 'tr');
}

function isHead(row: Element): boolean {
  const cells = row.children.filter(isElement);
  return cells.length > 0 && cells.every(({ tagName }) => tagName === 'th');
}

function setScope(row: Element, scope: 'col' | 'row'): void {
  for (const cell of row.children.filter(isElement)) {
    if (cell.tagName === 'th') cell.properties.scope = scope;
    else delete cell.properties.scope;
  }
}

function part(tagName: 'thead' | 'tbody', children: Element[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}
