import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';

const width = 76;
const blocks = new Set(
  'address article aside blockquote body div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 header hr html legend li main nav ol p pre section table tr ul'.split(
    ' ',
  ),
);
const apart = new Set('blockquote dl figure form h1 h2 h3 h4 ol p pre table ul'.split(' '));
const unseen = new Set(['head', 'script', 'style', 'svg', 'template']);

/**
 * What a browser for terminals prints (`lynx -dump`, and with `numbers: false` `w3m -dump`), written after their output:
 * lines of at most 76 columns, indented by three; list items behind `*` or a number; each link numbered in the text,
 * `[3]words`, its address under “References” at the end.
 */
export function terminalDump(html: string, base: string, { numbers = true } = {}): string {
  const dump = new Dump(base, numbers);
  dump.walk(fromHtml(html), 0);
  return dump.end();
}

class Dump {
  private readonly out: string[] = [];
  private readonly links: string[] = [];
  private line = '';
  private indent = 0;
  private mark = '';
  private readonly base: string;
  private readonly numbers: boolean;

  constructor(base: string, numbers: boolean) {
    this.base = base;
    this.numbers = numbers;
  }

  walk(parent: Root | Element, depth: number): void {
    let item = 0;
    for (const child of parent.children as ElementContent[]) {
      if (child.type === 'text') this.line += child.value.replace(/\s+/g, ' ');
      if (child.type !== 'element' || unseen.has(child.tagName) || child.properties.hidden) continue;
      if (child.tagName === 'li') item += 1;
      this.enter(child, { depth, item, ordered: 'tagName' in parent && parent.tagName === 'ol' });
    }
  }

  private enter(element: Element, at: { depth: number; item: number; ordered: boolean }): void {
    const { tagName } = element;
    if (tagName === 'br') this.flush();
    if (tagName === 'a' && element.properties.href && this.numbers)
      this.number(String(element.properties.href));
    if (tagName === 'input' || tagName === 'textarea') this.line += '____________________';
    if (!blocks.has(tagName)) this.walk(element, at.depth);
    else this.block(element, at);
  }

  private block(element: Element, at: { depth: number; item: number; ordered: boolean }): void {
    const { tagName } = element;
    this.flush();
    if (apart.has(tagName)) this.blank();
    const [indent, mark] = [this.indent, this.mark];
    if (tagName === 'li') this.mark = at.ordered ? `${at.item}. ` : '* ';
    if (/^(?:ul|ol|blockquote|dd)$/.test(tagName)) this.indent += 2;
    this.walk(element, at.depth + 1);
    this.flush();
    [this.indent, this.mark] = [indent, tagName === 'li' ? '' : mark && this.mark];
    if (apart.has(tagName)) this.blank();
  }

  private number(href: string): void {
    this.links.push(new URL(href, this.base).href);
    this.line += `[${this.links.length}]`;
  }

  private flush(): void {
    const words = this.line.trim().split(' ').filter(Boolean);
    this.line = '';
    if (words.length === 0) return;
    const margin = ' '.repeat(3 + this.indent);
    let row = margin + this.mark;
    this.mark = '';
    let empty = true;
    for (const word of words) {
      if (!empty && row.length + 1 + word.length > width) {
        this.out.push(row);
        row = margin;
        empty = true;
      }
      row += empty ? word : ` ${word}`;
      empty = false;
    }
    this.out.push(row);
  }

  private blank(): void {
    if (this.out.length > 0 && this.out.at(-1) !== '') this.out.push('');
  }

  end(): string {
    this.flush();
    const references = this.links.map((url, index) => `${String(index + 1).padStart(4)}. ${url}`);
    const foot = references.length === 0 ? [] : ['', 'References', '', ...references];
    return [...this.out, ...foot, ''].join('\n');
  }
}
