import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { CleanHtml } from './clean-html.ts';

/** What a stretch of text is on its page. */
export type BlockKind =
  | 'paragraph'
  | 'heading'
  | 'item'
  | 'quote'
  | 'code'
  | 'caption'
  | 'row'
  | 'picture'
  | 'rule';

/** A stretch of text that stands on lines of its own: white space folded, addresses of links behind their words. */
export type TextBlock = { kind: BlockKind; text: string };

const kinds: Record<string, BlockKind> = {
  ...{ p: 'paragraph', h2: 'heading', h3: 'heading', h4: 'heading', li: 'item', blockquote: 'quote' },
  ...{ pre: 'code', figcaption: 'caption', tr: 'row', hr: 'rule', img: 'picture', dt: 'item', dd: 'item' },
};
/** They only hold blocks: what stands in them is told by what it is itself. */
const holders = new Set(['ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'figure', 'section', 'aside', 'div']);

/** Clean HTML as its blocks in their order, so that two versions of a text can be compared by what readers see. */
export function blocksOf(html: CleanHtml): TextBlock[] {
  const blocks = new Blocks();
  blocks.walk(fromHtml(html, { fragment: true }), 'paragraph');
  return blocks.end();
}

class Blocks {
  private readonly done: TextBlock[] = [];
  private kind: BlockKind = 'paragraph';
  private text = '';

  walk(parent: Root | Element, kind: BlockKind): void {
    for (const child of parent.children as ElementContent[]) {
      if (child.type === 'text') this.text += child.value;
      else if (child.type === 'element') this.enter(child, kind);
    }
  }

  end(): TextBlock[] {
    this.begin('paragraph');
    return this.done;
  }

  private enter(element: Element, around: BlockKind): void {
    const { tagName } = element;
    const own = kinds[tagName];
    if (tagName === 'br') this.text += ' ';
    else if (own === undefined && !holders.has(tagName)) this.inline(element, around);
    else this.block(element, { own: own ?? around, around });
  }

  /** A paragraph inside a quotation or an item is that; what follows it is again what stood around it. */
  private block(element: Element, { own, around }: { own: BlockKind; around: BlockKind }): void {
    const kind = own === 'paragraph' && around !== 'paragraph' ? around : own;
    this.begin(kind);
    if (element.tagName === 'img') this.text = pictureText(element);
    if (element.tagName === 'hr') this.text = '* * *';
    this.walk(element, kind);
    this.begin(around);
  }

  private inline(element: Element, around: BlockKind): void {
    const { href } = element.properties;
    const from = this.text.length;
    if (element.tagName === 'td' || element.tagName === 'th') this.text += from === 0 ? '' : ' | ';
    this.walk(element, around);
    const inside = this.text.slice(from).trim();
    if (typeof href === 'string' && href !== inside) this.text += ` [${href}]`;
  }

  private begin(kind: BlockKind): void {
    const text = this.text.replace(/\s+/g, ' ').trim();
    if (text !== '') this.done.push({ kind: this.kind, text });
    this.kind = kind;
    this.text = '';
  }
}

function pictureText({ properties: { alt, src } }: Element): string {
  return [alt, src].filter((part) => typeof part === 'string' && part !== '').join(' ');
}
