import type { ArticleInput } from '../../articles/article.ts';
import { articleHtml } from '../../articles/article-html.ts';
import type { EditableArticle } from '../../articles/queries.ts';
import { type CleanHtml, mostNested, nestingOf } from '../../lib/clean-html.ts';
import { htmlToMarkdown } from '../../lib/html-to-markdown.ts';
import { keepRecent } from '../../lib/keep-recent.ts';
import type { SourceFormat } from '../../store/schema.ts';

type Text = { body: string; format: SourceFormat };

/**
 * An article's text as it stands in the plain form: Markdown, whatever it was written in. HTML that no Markdown says
 * stands there as HTML.
 */
export function shownText({ source, format, html }: EditableArticle): Text {
  if (format === 'markdown') return { body: source, format };
  return markdownOf(html) ?? { body: source, format: 'html' };
}

/** Converting a long text takes a while, and the same one is opened, sent and opened again. */
const markdownOf = keepRecent(10, (html: CleanHtml): Text | null => {
  const body = htmlToMarkdown(html);
  return body === null ? null : { body, format: 'markdown' };
});

/** What was sent, with the text as it is stored where it came back as it was shown: nothing was written then. */
export function asStored(input: ArticleInput, article: EditableArticle | null): ArticleInput {
  if (article === null) return input;
  const shown = shownText(article);
  const isUntouched = input.format === shown.format && input.body === shown.body.trim();
  return isUntouched ? { ...input, body: article.source, format: article.format } : input;
}

const mostLetters = 500_000;

/** What the rich editor opens of a text that may not be fit to be saved; null where it is too much for one. */
export function editableHtml({ body, format }: { body: string; format: string }): CleanHtml | null {
  if (body.length > mostLetters || nestingOf(body) > mostNested) return null;
  return articleHtml(body, format === 'html' ? 'html' : 'markdown');
}
