import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { toHast } from 'mdast-util-to-hast';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { type Allowance, type CleanHtml, cleanHtml, cleanTree } from './clean-html.ts';

/** What a reader's text does not use: it stands there as written, never lost. */
const notForReaders = [
  ...['headingAtx', 'setextUnderline', 'thematicBreak', 'htmlFlow', 'htmlText', 'codeIndented', 'codeFenced'],
  ...['codeText', 'definition', 'labelStartImage'],
];

/**
 * Renders Markdown (CommonMark with bare addresses as links; for readers the subset of paragraphs, `> ` quotations,
 * links, emphasis and lists, a line end kept as one) and cleans it.
 */
export function markdownToHtml(source: string, allowance: Allowance): CleanHtml {
  const text = allowance === 'comment' ? keepLineEnds(shallow(source)) : shallow(source);
  const tree = fromMarkdown(text, {
    extensions: [
      gfmAutolinkLiteral(),
      ...(allowance === 'comment' ? [{ disable: { null: notForReaders } }] : []),
    ],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
  });
  if (allowance === 'comment') return cleanTree(toHast(tree) as Root, 'comment');
  return cleanHtml(printWithRawHtml(tree), 'article');
}

/** A line end inside a reader's paragraph is a hard break: two spaces before it say so in Markdown. */
function keepLineEnds(source: string): string {
  return source.replace(/[^\S\n]*\n(?=[^\n])/g, '  \n');
}

/** The marks that open quotations and lists, at a line's start, nested past any use: the parser would recurse. */
function shallow(source: string): string {
  return source.replace(/^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))){20,}/gm, (run) =>
    run.slice(0, 40),
  );
}

/** An editor's Markdown may hold HTML: it is printed as it stands and then parsed and cleaned with the rest. */
function printWithRawHtml(tree: ReturnType<typeof fromMarkdown>): string {
  return toHtml(toHast(tree, { allowDangerousHtml: true }) as Root, { allowDangerousHtml: true });
}
