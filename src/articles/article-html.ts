import { type CleanHtml, cleanerVersion, cleanHtml } from '../lib/clean-html.ts';
import { keepRecent } from '../lib/keep-recent.ts';
import { markdownToHtml } from '../lib/markdown.ts';
import type { SourceFormat } from '../store/schema.ts';

/** A long text takes a while, and the form renders it when it is sent, stored and opened again. */
const fromMarkdown = keepRecent(10, (source) => markdownToHtml(source, 'article'));
const fromHtml = keepRecent(10, (source) => cleanHtml(source, 'article'));

/** What readers are shown of an article's source. */
export function articleHtml(source: string, format: SourceFormat): CleanHtml {
  return format === 'html' ? fromHtml(source) : fromMarkdown(source);
}

type Stored = { source: string; source_format: SourceFormat; html: string; html_version: number };

/** The same for a row that has been rendered before: anew only where an older cleaner did it. */
export function storedHtml({ source, source_format, html, html_version }: Stored): CleanHtml {
  return html_version === cleanerVersion ? (html as CleanHtml) : articleHtml(source, source_format);
}
