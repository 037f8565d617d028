import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import type { Root as MarkdownRoot, RootContent } from 'mdast';
import { gfmAutolinkLiteralToMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import { toMarkdown } from 'mdast-util-to-markdown';
import { type CleanHtml, cleanHtml } from './clean-html.ts';
import { hasClass, isElement } from './html-tree.ts';
import { markdownToHtml } from './markdown.ts';
import { referenceKey } from './markdown-footnotes.ts';
import { asHtml, blockToMarkdown } from './markdown-nodes.ts';

/**
 * An article's clean HTML as Markdown that renders to that very HTML. A block that Markdown cannot say exactly
 * stands in it as HTML. Null where no Markdown says it: far more marks than any honest text has.
 */
export function htmlToMarkdown(html: CleanHtml): string | null {
  const blocks = fromHtml(html, { fragment: true }).children.filter(isElement);
  const attempts = [
    () => blocks.map(blockToMarkdown),
    () => blocks.map((block) => (isSayable(block, blocks) ? blockToMarkdown(block) : [asHtml(block)])),
    () => blocks.map((block) => [asHtml(block)]),
  ];
  for (const attempt of attempts) {
    const markdown = print(attempt().flat());
    if (markdownToHtml(markdown, 'article') === html) return markdown;
  }
  return null;
}

/** Whether Markdown renders a block as it is: tried by itself, with the notes that it refers to. */
function isSayable(block: Element, blocks: Element[]): boolean {
  if (isNotes(block)) return true;
  const keys = keysIn(block);
  const notes = blocks.filter(isNotes).map((section) => ({
    ...section,
    children: section.children.filter((note) => isElement(note) && keys.has(String(note.properties.id))),
  }));
  const parts = keys.size === 0 ? [block] : [block, ...notes];
  const wanted = cleanHtml(toHtml({ type: 'root', children: parts } satisfies Root), 'article');
  return markdownToHtml(print(parts.flatMap(blockToMarkdown)), 'article') === wanted;
}

function isNotes(block: Element): boolean {
  return block.tagName === 'section' && hasClass(block, 'notes');
}

function keysIn(element: Element): Set<string> {
  const key = referenceKey(element);
  const inside = element.children.filter((child: ElementContent) => isElement(child));
  return new Set([
    ...(key === null ? [] : [`note-${key}`]),
    ...inside.flatMap((child) => [...keysIn(child)]),
  ]);
}

function print(children: RootContent[]): string {
  const tree: MarkdownRoot = { type: 'root', children };
  return toMarkdown(tree, {
    ...{ bullet: '-', rule: '-', listItemIndent: 'one', emphasis: '*', strong: '*' },
    extensions: [gfmAutolinkLiteralToMarkdown(), gfmTableToMarkdown(), gfmFootnoteToMarkdown()],
  }).trim();
}
