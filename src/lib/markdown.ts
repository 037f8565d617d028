import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { toHast } from 'mdast-util-to-hast';
import { gfmAutolinkLiteral } from 'micromark-extension-gfm-autolink-literal';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { type Allowance, type CleanHtml, cleanHtml, cleanTree } from './clean-html.ts';
import { footnoteHandlers } from './markdown-footnotes.ts';
import { figuresFromParagraphs } from './picture-elements.ts';
import { tangledConstructs, untangle } from './tangled-markdown.ts';

/** What a reader's text does not use: it stands there as written, never lost. */
const notForReaders = [
  ...['headingAtx', 'setextUnderline', 'thematicBreak', 'htmlFlow', 'htmlText', 'codeIndented', 'codeFenced'],
  ...['codeText', 'definition', 'labelStartImage'],
];

/**
 * Renders Markdown and cleans it. Editors write CommonMark with bare addresses as links, GFM tables and footnotes,
 * and HTML where they like; readers the subset of paragraphs, `> ` quotations, links, emphasis and lists, a line end
 * kept as one. In a text that was made to tie the parser in knots, the marks that do so stand as they were written.
 */
export function markdownToHtml(source: string, allowance: Allowance): CleanHtml {
  const text = untangle(source);
  const disabled = tangledConstructs(text, allowance);
  return allowance === 'comment' ? readersHtml(text, disabled) : editorsHtml(text, disabled);
}

function readersHtml(text: string, disabled: string[]): CleanHtml {
  const tree = fromMarkdown(keepLineEnds(text), {
    extensions: [gfmAutolinkLiteral(), { disable: { null: [...disabled, ...notForReaders] } }],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown()],
  });
  return cleanTree(toHast(tree) as Root, 'comment');
}

/** An editor's Markdown may hold HTML: it is printed as it stands, and then parsed and cleaned with the rest. */
function editorsHtml(text: string, disabled: string[]): CleanHtml {
  const tree = fromMarkdown(text, {
    extensions: [gfmAutolinkLiteral(), gfmTable(), gfmFootnote(), { disable: { null: disabled } }],
    mdastExtensions: [gfmAutolinkLiteralFromMarkdown(), gfmTableFromMarkdown(), gfmFootnoteFromMarkdown()],
  });
  const hast = toHast(tree, { allowDangerousHtml: true, handlers: footnoteHandlers() }) as Root;
  figuresFromParagraphs(hast);
  return cleanHtml(toHtml(hast, { allowDangerousHtml: true }), 'article');
}

/** A line end inside a reader's paragraph is a hard break: two spaces before it say so in Markdown. */
function keepLineEnds(text: string): string {
  return text.replace(/([^\n])\n(?=[^\n])/g, '$1  \n');
}
