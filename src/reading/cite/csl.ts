import { type CitedText, dayOf } from './cited-text.ts';

/** A reference as CSL-JSON, which citation programs read (schema of the Citation Style Language 1.0.2). */
export function cslOf(text: CitedText): string {
  const { kind, authors, dated, version, url } = text;
  const item = {
    id: text.key,
    type: kind === 'article' ? 'article-newspaper' : 'post',
    title: text.title,
    ...(authors.length === 0 ? {} : { author: authors.map((literal) => ({ literal })) }),
    'container-title': text.publication,
    publisher: text.publication,
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
