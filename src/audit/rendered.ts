import { articleHtml } from '../articles/article-html.ts';
import { type CleanHtml, cleanerVersion, cleanHtml, textOf } from '../lib/clean-html.ts';
import { foldSpace } from '../lib/fold-text.ts';
import { markdownToHtml } from '../lib/markdown.ts';
import type { SourceFormat } from '../store/schema.ts';

type Rendered = { source: string; html: string; html_version: number };

/** Whether readers are shown what an article's source says. Of an older cleaner's work nothing can be said. */
export function isArticleTrue({
  source,
  source_format,
  html,
  html_version,
}: Rendered & { source_format: SourceFormat }): boolean {
  if (html_version !== cleanerVersion) return isOlder(html_version);
  return html === articleHtml(source, source_format);
}

/** The same for a response written here. */
export function isResponseTrue({ source, html, html_version }: Rendered): boolean {
  if (html_version !== cleanerVersion) return isOlder(html_version);
  return html === (isPlain(source) ? plainHtml(source) : markdownToHtml(source, 'comment'));
}

/**
 * The same for a response from an archive, whose links stand in its HTML alone: it is clean, and its words are those
 * of its source.
 */
export function isImportTrue({ source, html, html_version }: Rendered): boolean {
  if (html_version !== cleanerVersion) return isOlder(html_version);
  if (cleanHtml(html, 'comment') !== html) return false;
  return foldSpace(textOf(html as CleanHtml)) === foldSpace(source);
}

function isOlder(version: number): boolean {
  return version >= 1 && version < cleanerVersion;
}

/** Letters, digits, single spaces and the signs that mean nothing in Markdown, each paragraph from a letter on. */
const plain = /^\p{L}(?:[\p{L}\p{N}.,;:?'"()‘’“”–—…-]| (?=\S)|\n\n(?=\p{L}))*$/u;

/**
 * Whether Markdown only puts paragraphs round a text, as it does with most: to say so takes a hundredth of the time
 * that rendering takes.
 */
export function isPlain(source: string): boolean {
  return plain.test(source) && !/www\.|https?:/i.test(source);
}

const [before = '', between = '', behind = ''] = markdownToHtml('x\n\nx', 'comment').split('x');

/** What a plain text renders to. */
export function plainHtml(source: string): string {
  return `${before}${source.replaceAll('\n\n', between)}${behind}`;
}
