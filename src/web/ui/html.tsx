import type { CleanHtml } from '../../lib/clean-html.ts';

type HtmlProps = { class?: string; html: CleanHtml };

/** Cleaned HTML in a block of its own: the only place that prints unescaped text. */
export function Html({ class: name, html }: HtmlProps) {
  return <div class={name} dangerouslySetInnerHTML={{ __html: html }} />;
}
