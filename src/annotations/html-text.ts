import type { CleanHtml } from '../lib/clean-html.ts';

/**
 * A stretch of a paragraph's text and where it is printed: letters `from` to `to` of the text are letters `at` to `end`
 * of the HTML. Where the two differ in length, it is one sign or one space.
 */
export type Piece = { from: number; to: number; at: number; end: number };

/** A stretch of text on lines of its own, white space folded; in a blockquote it begins with `> `. */
export type PrintedParagraph = { text: string; pieces: Piece[] };

/** A tag of the cleaner's printing, quoted attributes and all; or text up to the next tag. */
const token = /<(\/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>|[^<]+/g;
const blocks =
  /^(?:p|h[2-4]|ul|ol|li|blockquote|pre|hr|aside|section|figure|figcaption|table|caption|t(?:head|body|foot|r|d|h))$/;

/**
 * The paragraphs of clean HTML as plain text, each with where its letters are printed. It reads the cleaner's own
 * printing, nothing else. The marks of footnotes are no words.
 */
export function printedParagraphs(html: CleanHtml): PrintedParagraph[] {
  const reader = new Reader();
  for (const match of html.matchAll(token)) {
    const [written, closes, name, attributes = ''] = match;
    if (name === undefined) reader.read(written, match.index);
    else reader.pass({ name, isEnd: closes === '/', attributes }, match.index);
  }
  return reader.end();
}

/** The same, as texts alone. */
export function paragraphsIn(html: CleanHtml): string[] {
  return printedParagraphs(html).map(({ text }) => text);
}

type Tag = { name: string; isEnd: boolean; attributes: string };

const part = /&#x?[0-9a-f]+;|\s+|[^\s&]+|&/gi;

class Reader {
  private readonly done: PrintedParagraph[] = [];
  private text = '';
  private pieces: Piece[] = [];
  private quotes = 0;
  private isNote = false;

  read(written: string, index: number): void {
    if (this.isNote) return;
    for (const match of written.matchAll(part)) {
      const [sign] = match;
      const at = index + match.index;
      if (/^\s/.test(sign)) this.space(at, at + sign.length);
      else this.put(sign.length > 1 && sign.startsWith('&#') ? decoded(sign) : sign, at, at + sign.length);
    }
  }

  pass({ name, isEnd, attributes }: Tag, at: number): void {
    if (name === 'br') this.space(at, at);
    else if (name === 'a') this.isNote = !isEnd && attributes.includes('class="fn"');
    else if (blocks.test(name)) {
      this.close();
      if (name === 'blockquote') this.quotes += isEnd ? -1 : 1;
    }
  }

  end(): PrintedParagraph[] {
    this.close();
    return this.done;
  }

  private space(at: number, end: number): void {
    if (this.text !== '' && !this.text.endsWith(' ')) this.put(' ', at, end);
  }

  private put(text: string, at: number, end: number): void {
    if (this.text === '' && this.quotes > 0) this.text = '> ';
    const from = this.text.length;
    this.text += text;
    const last = this.pieces.at(-1);
    const isSame = text.length === end - at;
    if (isSame && last && last.end === at && last.to - last.from === last.end - last.at) {
      last.to += text.length;
      last.end = end;
    } else this.pieces.push({ from, to: from + text.length, at, end });
  }

  private close(): void {
    const text = this.text.trimEnd();
    if (text !== '' && text !== '>') this.done.push({ text, pieces: this.pieces });
    this.text = '';
    this.pieces = [];
  }
}

function decoded(reference: string): string {
  const [, hex, digits = ''] = /^&#(x?)([0-9a-f]+);$/i.exec(reference) ?? [];
  return String.fromCodePoint(Number.parseInt(digits, hex ? 16 : 10));
}
