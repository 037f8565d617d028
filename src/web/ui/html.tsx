import type { CleanHtml } from '../../lib/clean-html.ts';

type HtmlProps = {
  class?: string;
  html: CleanHtml;
  lang?: string;
  dir?: 'rtl' | 'ltr';
  /** `section` for a response: programs that pick out a page’s text drop a `div` that is mostly a link. */
  as?: 'div' | 'section';
};

/** Cleaned HTML in a block of its own: the only place that prints unescaped text. */
export function Html({ html, as: Block = 'div', ...attributes }: HtmlProps) {
  return <Block {...attributes} dangerouslySetInnerHTML={{ __html: html }} />;
}
