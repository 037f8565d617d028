import { type Earlier, EarlierComments } from './earlier.ts';
import { Passages, type Searchable, type Source } from './passages.ts';
import { findQuotations, type Quotation } from './quotation.ts';
import { findReferences, type Reference } from './reference.ts';

/** A thread as plain text: an article, and its comments in the order of their numbers. */
export type Thread = {
  article: { title: string; paragraphs: string[] };
  comments: { number: number; author: string; paragraphs: string[] }[];
};

/** What would be marked in a comment. `text` is as written. */
export type Annotated = {
  number: number;
  quotes: { text: string; verdict: 'exact' | 'altered'; source: Source }[];
  references: { text: string; to: number }[];
};

/** How much is looked through for one comment at most, in steps: no honest comment comes near it. */
const mostSteps = 20_000_000;

/** The quotations and references of every comment of a thread, each looked for in what was published before it. */
export function annotateThread({ article, comments }: Thread): Annotated[] {
  const passages = new Passages();
  const earlier = new EarlierComments();
  passages.add({ article: true }, article.paragraphs);
  const texts = [article.title, ...article.paragraphs].join('\n');
  return comments.map(({ number, author, paragraphs }) => {
    const sources = { passages, article: texts, earlier: earlier.before(number) };
    const { quotations, references } = annotate({ number, author, paragraphs }, sources);
    passages.add({ comment: number }, paragraphs);
    earlier.add(number, author);
    return {
      number,
      quotes: quotations.map(({ text, verdict, source }) => ({ text, verdict, source })),
      references: references.map(({ text, to }) => ({ text, to })),
    };
  });
}

/** What one comment is held against: where quotations are looked for, the article's words, what is earlier. */
export type Sources = { passages: Searchable; article: string; earlier: Earlier };

/** The quotations and references of one comment, within a budget that no honest one comes near. */
export function annotate(
  { number, author, paragraphs }: Thread['comments'][number],
  { passages, article, earlier }: Sources,
): { quotations: Quotation[]; references: Reference[] } {
  return {
    quotations: findQuotations(paragraphs, passages, { left: mostSteps }),
    references: findReferences({ number, author, paragraphs, article, earlier }),
  };
}
