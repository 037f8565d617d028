import type { Nodes, Parents, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';

/** `_under_stated`: turndown writes it so, and CommonMark does not read it. */
const WITHIN =
  /(?<!\\)_([^\s_](?:[^_\n]{0,200}[^\s_\\])?)_(?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}])_([^\s_](?:[^_\n]{0,200}[^\s_\\])?)_/gu;
const blocks = new Set(['paragraph', 'heading', 'code', 'thematicBreak', 'table']);

/** The words of a Markdown text, its blocks apart by an empty line. Links and emphasis leave their words. */
export function textOfMarkdown(markdown: string): string {
  const out: string[] = [];
  collect(fromMarkdown(markdown.replace(WITHIN, '*$1$2*')), out);
  return out.join('\n\n');
}

function collect(parent: Root | Parents, out: string[]): void {
  for (const node of parent.children) {
    if (blocks.has(node.type)) out.push(wordsOf(node));
    else if ('children' in node) collect(node, out);
  }
}

function wordsOf(node: Nodes): string {
  if (node.type === 'break') return '\n';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(wordsOf).join('') : '';
}
