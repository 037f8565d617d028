import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import { settle } from './article-structure.ts';
import { pictureAddress, tidyPictures } from './picture-elements.ts';

/** HTML that has gone through the one cleaner: the only kind that a page may print unescaped. */
export type CleanHtml = string & { readonly cleanHtml: unique symbol };

/** Grows when the cleaner changes, so that what an older one let through can be found and cleaned again. */
export const cleanerVersion = 2;

/** Whose words they are: what an editor may use, and the little that a reader may. */
export type Allowance = 'article' | 'comment';

const readersElements = ['a', 'blockquote', 'br', 'em', 'li', 'ol', 'p', 'strong', 'ul'];
const editorsElements = [
  ...readersElements,
  ...[
    'abbr',
    'aside',
    'b',
    'caption',
    'cite',
    'code',
    'del',
    'figcaption',
    'figure',
    'h2',
    'h3',
    'h4',
    'hr',
    'i',
  ],
  ...['img', 'ins', 'pre', 'q', 's', 'section', 'small', 'sub', 'sup', 'table', 'tbody', 'td', 'tfoot', 'th'],
  ...['thead', 'tr'],
];

/** Ids in an article are its footnotes’ alone: the page’s own are never taken. */
const notesId = /^note-[a-z0-9]{1,24}$/;
const referencesId = /^ref-[a-z0-9]{1,24}$/;
const span: [string, RegExp] = ['colSpan', /^(?:[2-9]|[1-9]\d)$/];
const spans = [span, ['rowSpan', span[1]] as [string, RegExp]];

const shared: Schema = {
  strip: ['script', 'style', 'template', 'noscript', 'iframe', 'object', 'svg', 'math', 'textarea', 'select'],
  clobber: [],
  clobberPrefix: '',
  required: {},
  allowComments: false,
  allowDoctypes: false,
};
const schemas: Record<Allowance, Schema> = {
  comment: {
    ...shared,
    tagNames: readersElements,
    attributes: { a: ['href'], ol: ['start'] },
    ancestors: { li: ['ol', 'ul'] },
    protocols: { href: ['http', 'https'] },
  },
  article: {
    ...shared,
    tagNames: editorsElements,
    attributes: {
      ...{ ol: ['start'], blockquote: ['cite'], q: ['cite'], abbr: ['title'] },
      a: [['className', 'fn'], ['id', referencesId], 'href'],
      aside: [['className', 'pull']],
      section: [['className', 'notes']],
      p: [
        ['className', 'card'],
        ['id', notesId],
      ],
      img: [['src', pictureAddress], 'alt', ['role', 'presentation']],
      td: spans,
      th: [...spans, ['scope', 'col', 'row']],
    },
    ancestors: {
      ...{ li: ['ol', 'ul'], figcaption: ['figure'], caption: ['table'], tbody: ['table'], tfoot: ['table'] },
      ...{ thead: ['table'], tr: ['table'], td: ['table'], th: ['table'] },
    },
    protocols: { href: ['http', 'https', 'mailto'], cite: ['http', 'https'] },
  },
};

/** Text that is nested deeper than this is flattened: no honest writer goes there, and renderers recurse. */
const deepest = 100;

/** Cleans HTML source, parsed as browsers parse it (WHATWG). Cleaning what is clean changes nothing. */
export function cleanHtml(source: string, allowance: Allowance): CleanHtml {
  return cleanTree(fromHtml(source, { fragment: true }), allowance);
}

/** HTML nested deeper than this is refused before it is parsed. */
export const mostNested = 500;

/** How deep a text's HTML elements stand in one another at most: parsers recurse. Those that end by themselves do not count. */
export function nestingOf(text: string): number {
  const alone = /^(?:area|br|col|dd|dt|hr|img|input|li|link|meta|option|p|source|t[dhr]|wbr)$/i;
  let depth = 0;
  let most = 0;
  for (const [, closes, name = ''] of text.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)) {
    if (alone.test(name)) continue;
    depth = Math.max(0, depth + (closes ? -1 : 1));
    most = Math.max(most, depth);
  }
  return most;
}

/**
 * Cleans a tree and prints it. Readers' links tell search engines that the publication does not vouch for them.
 * What is printed is parsed and cleaned again until that changes nothing: what browsers make of it is then what was
 * cleaned, however odd the source.
 */
export function cleanTree(tree: Root, allowance: Allowance): CleanHtml {
  let html = cleanOnce(tree, allowance);
  for (let round = 0; round < mostRounds; round += 1) {
    const again = cleanOnce(fromHtml(html, { fragment: true }), allowance);
    if (again === html) return html;
    html = again;
  }
  return toHtml({ type: 'text', value: textOf(html) }) as CleanHtml; // no text is known to come here
}

const mostRounds = 10;

function cleanOnce(tree: Root, allowance: Allowance): CleanHtml {
  flattenBelow(tree, deepest);
  tidy(tree);
  const clean = sanitize(tree, schemas[allowance]) as Root;
  tidyPictures(clean);
  if (allowance === 'article') settle(clean);
  markLinks(clean, allowance);
  return toHtml(clean, { characterReferences: { useNamedReferences: false } }).trim() as CleanHtml;
}

type Parent = Root | Element;

function flattenBelow(parent: Parent, depth: number): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    if (depth === 0) child.children = [{ type: 'text', value: '…' }];
    else flattenBelow(child, depth - 1);
  }
}

/**
 * The page has its one `h1`: the article’s title. And a tag that is misspelt (`<br#x>`) reaches us as an element
 * without end that has content: its content goes behind it.
 */
function tidy(parent: Parent): void {
  const children: ElementContent[] = [];
  for (const child of parent.children as ElementContent[]) {
    children.push(child);
    if (child.type !== 'element') continue;
    if (child.tagName === 'h1') child.tagName = 'h2';
    tidy(child);
    if (child.tagName === 'br' || child.tagName === 'hr') children.push(...child.children.splice(0));
  }
  parent.children = children;
}

function markLinks(parent: Parent, allowance: Allowance): void {
  for (const child of parent.children) {
    if (child.type !== 'element') continue;
    const { href } = child.properties;
    if (allowance === 'comment' && child.tagName === 'a' && typeof href === 'string')
      child.properties = { href, rel: ['ugc', 'nofollow', 'noopener'] };
    markLinks(child, allowance);
  }
}

/** The links of clean HTML to elsewhere in their order, with their text. It reads the cleaner's own printing, nothing else. */
export function linksOf(html: CleanHtml): { url: string; text: string }[] {
  return [...html.matchAll(/<a href="([^"#][^"]*)"[^>]*>(.*?)<\/a>/gs)].map(([, url = '', inner = '']) => ({
    url: decode(url),
    text: textOf(inner as CleanHtml),
  }));
}

/** The headings of clean HTML in their order, as plain text. */
export function headingsOf(html: CleanHtml): string[] {
  return [...html.matchAll(/<h([2-4])[^>]*>(.*?)<\/h\1>/gs)]
    .map(([, , inner = '']) => textOf(inner as CleanHtml).replace(/\s+/g, ' '))
    .filter((text) => text !== '');
}

/** The words of clean HTML as plain text, paragraphs apart by an empty line. */
export function textOf(html: CleanHtml): string {
  const text = html
    .replace(/<br>\n?/g, '\n')
    .replace(
      /<\/(?:p|h[2-4]|blockquote|li|ul|ol|pre|figure|figcaption|table|caption|tr|aside|section)>/g,
      '\n\n',
    )
    .replace(/<[^>]*>/g, '');
  return decode(text)
    .replace(/\n{3,}/g, '\n\n')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

function decode(text: string): string {
  return text.replace(/&#(x?)([0-9a-f]+);/gi, (_, hex: string, digits: string) =>
    String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10)),
  );
}
