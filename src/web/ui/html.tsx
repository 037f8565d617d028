import type { CleanHtml } from '../../lib/clean-html.ts';

type HtmlProps = { class?: string; html: CleanHtml; lang?: string; dir?: 'rtl' | 'ltr' };

/** Cleaned HTML in a block of its own: the only place that prints unescaped text. */
export function Html({ html, ...attributes }: HtmlProps) {
  return <div {...attributes} dangerouslySetInnerHTML={{ __html: html }} />;
}
