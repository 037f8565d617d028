import type { ArticleInput } from '../../articles/article.ts';
import { articleHtml } from '../../articles/article-html.ts';
import type { EditableArticle } from '../../articles/queries.ts';
import { type CleanHtml, mostNested, nestingOf } from '../../lib/clean-html.ts';
import { htmlToMarkdown } from '../../lib/html-to-markdown.ts';
import type { SourceFormat } from '../../store/schema.ts';

type Text = { body: string; format: SourceFormat };

/** Converting a long text takes a while, and the same one is opened, sent and opened again. */
const mostKept = 30;
const kept = new Map<CleanHtml, Text | null>();

/**
 * An article's text as it stands in the plain form: Markdown, whatever it was written in. HTML that no Markdown says
 * stands there as HTML.
 */
export function shownText({ source, format, html }: EditableArticle): Text {
  if (format === 'markdown') return { body: source, format };
  return markdownOf(html) ?? { body: source, format: 'html' };
}

function markdownOf(html: CleanHtml): Text | null {
  const known = kept.get(html);
  if (known !== undefined) return known;
  const body = htmlToMarkdown(html);
  const text: Text | null = body === null ? null : { body, format: 'markdown' };
  kept.set(html, text);
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return text;
}

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
