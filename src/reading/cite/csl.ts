import { authorsOf, type CitedText, dayOf, oneLine } from './cited-text.ts';

/** A reference as CSL-JSON, which citation programs read (schema of the Citation Style Language 1.0.2). */
export function cslOf(text: CitedText): string {
  const { kind, dated, version, url } = text;
  const authors = authorsOf(text);
  const publication = oneLine(text.publication);
  const item = {
    id: text.key,
    type: kind === 'article' ? 'article-newspaper' : 'post',
    title: oneLine(text.title),
    ...(authors.length === 0 ? {} : { author: authors.map((literal) => ({ literal })) }),
    'container-title': publication,
    publisher: publication,
    ...(dated === null ? {} : { issued: dateOf(dayOf(dated)) }),
    accessed: dateOf(text.read),
    ...(version === null ? { genre: 'Response' } : { version: String(version.number) }),
    URL: url,
    language: text.language,
    note: `SHA-256 of the words: ${text.hash}`,
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

function dateOf(day: string): { 'date-parts': number[][] } {
  return { 'date-parts': [day.split('-').map(Number)] };
}
