import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { quotedStretches } from '../annotations/quoted-stretches.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import { isElement, textIn } from '../lib/html-tree.ts';
import { type CitedAddress, citedAddress } from './address.ts';

/** A link to elsewhere, with what the text quotes beside it: each as a line of a block quotation (`> …`). */
export type CitedLink = CitedAddress & { passages: string[] };

type Block = { text: string; isQuote: boolean; links: string[] };

const blocks = new Set([
  'p',
  'li',
  'h2',
  'h3',
  'h4',
  'pre',
  'td',
  'th',
  'figcaption',
  'caption',
  'blockquote',
]);
const mostPassages = 12;
const longestPassage = 2_000;
/** What is behind them stays a link that nobody keeps. */
export const mostLinks = 500;

/** The first links of a text that lead away from the publication, in their order. `own` is the publication's own origin. */
export function citedLinks(html: CleanHtml, own: string): CitedLink[] {
  if (!/<a [^>]*href="http|cite="http/.test(html)) return [];
  const found: Block[] = [];
  collect(fromHtml(html, { fragment: true }), { found, isQuote: false });
  const links: CitedLink[] = [];
  for (const [index, block] of found.entries()) {
    let passages: string[] | null = null; // once for all links of a block
    for (const url of block.links) {
      const address = citedAddress(url);
      if (address === null || new URL(address.url).origin === own) continue;
      passages ??= passagesAt(found, index);
      links.push({ ...address, passages });
      if (links.length === mostLinks) return links;
    }
  }
  return links;
}

type Collecting = { found: Block[]; isQuote: boolean };

/** Every block with what stands in it directly; one that stands in another comes behind that one's beginning. */
function collect(parent: Root | Element, { found, isQuote }: Collecting): void {
  for (const child of parent.children as ElementContent[]) {
    if (!isElement(child)) continue;
    if (!blocks.has(child.tagName)) {
      collect(child, { found, isQuote });
      continue;
    }
    const quoted = isQuote || child.tagName === 'blockquote';
    const { cite } = child.properties;
    const direct = child.children.filter((node) => !isElement(node) || !holdsBlocks(node));
    const text = textIn(direct).replace(/\s+/g, ' ').trim();
    const links = [...(typeof cite === 'string' ? [cite] : []), ...direct.flatMap(linksIn)];
    if (text !== '' || links.length > 0) found.push({ text, isQuote: quoted, links });
    const inner = child.children.filter((node) => isElement(node) && holdsBlocks(node));
    collect({ ...child, children: inner }, { found, isQuote: quoted });
  }
}

function holdsBlocks(node: ElementContent): boolean {
  return (
    isElement(node) &&
    (blocks.has(node.tagName) ||
      /^(?:ul|ol|table|thead|tbody|tfoot|tr|figure|aside|section)$/.test(node.tagName))
  );
}

function linksIn(node: ElementContent): string[] {
  if (!isElement(node)) return [];
  const { href, cite } = node.properties;
  const own = [node.tagName === 'a' ? href : null, node.tagName === 'q' ? cite : null];
  return [
    ...own.filter((url): url is string => typeof url === 'string' && /^https?:/i.test(url)),
    ...node.children.flatMap(linksIn),
  ];
}

/** What is in quotation marks in the link's own paragraph, and the block quotation that it is in, or that is beside it. */
function passagesAt(found: readonly Block[], at: number): string[] {
  const own = found[at];
  if (!own) return [];
  const marked = own.isQuote
    ? []
    : quotedStretches([own.text]).flatMap(({ readings }) => readings.map(({ text }) => text));
  const beside = own.isQuote ? quoteAround(found, at) : [...quoteBefore(found, at), ...quoteAfter(found, at)];
  const all = [...beside, ...marked].map((text) => text.replace(/\s+/g, ' ').trim());
  const whole = all.filter((text) => text.split(' ').length >= 3 && text.length <= longestPassage);
  return [...new Set(whole)].slice(0, mostPassages).map((text) => `> ${text}`);
}

function quoteBefore(found: readonly Block[], at: number): string[] {
  const texts: string[] = [];
  for (let index = at - 1; found[index]?.isQuote && texts.length < mostPassages; index -= 1)
    texts.unshift(found[index]?.text ?? '');
  return texts;
}

function quoteAfter(found: readonly Block[], at: number): string[] {
  const texts: string[] = [];
  for (let index = at + 1; found[index]?.isQuote && texts.length < mostPassages; index += 1)
    texts.push(found[index]?.text ?? '');
  return texts;
}

function quoteAround(found: readonly Block[], at: number): string[] {
  return [...quoteBefore(found, at), found[at]?.text ?? '', ...quoteAfter(found, at)];
}
