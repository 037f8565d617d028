import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { toHast } from 'mdast-util-to-hast';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { type Allowance, type CleanHtml, cleanHtml, cleanTree } from './clean-html.ts';
import { figuresFromParagraphs } from './picture-elements.ts';
import { tangledConstructs, untangle } from './tangled-markdown.ts';

/** What a reader's text does not use: it stands there as written, never lost. */
const notForReaders = [
  ...['headingAtx', 'setextUnderline', 'thematicBreak', 'htmlFlow', 'htmlText', 'codeIndented', 'codeFenced'],
  ...['codeText', 'definition', 'labelStartImage'],
];

/**
 * Renders Markdown (CommonMark with bare addresses as links; for readers the subset of paragraphs, `> ` quotations,
 * links, emphasis and lists, a line end kept as one) and cleans it. In a text that was made to tie the parser in
 * knots, the marks that do so stand as they were written.
 */
export function markdownToHtml(source: string, allowance: Allowance): CleanHtml {
  const text = untangle(source);
  const disabled = [...tangledConstructs(text, allowance), ...(allowance === 'comment' ? notForReaders : [])];
  const tree = fromMarkdown(allowance === 'comment' ? keepLineEnds(text) : text, {
    extensions: [gfmAutolinkLiteral(), { disable: { null: disabled } }],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
  });
  if (allowance === 'comment') return cleanTree(toHast(tree) as Root, 'comment');
  // An editor's Markdown may hold HTML: it is printed as it stands, and then parsed and cleaned with the rest.
  const root = toHast(tree, { allowDangerousHtml: true }) as Root;
  figuresFromParagraphs(root);
  return cleanHtml(toHtml(root, { allowDangerousHtml: true }), allowance);
}

/** A line end inside a reader's paragraph is a hard break: two spaces before it say so in Markdown. */
function keepLineEnds(text: string): string {
  return text.replace(/([^\n])\n(?=[^\n])/g, '$1  \n');
}
