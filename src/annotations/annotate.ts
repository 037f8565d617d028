import { Passages, type Source } from './passages.ts';
import { findQuotations } from './quotation.ts';
import { findReferences } from './reference.ts';

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
  passages.add({ article: true }, article.paragraphs);
  const texts = [article.title, ...article.paragraphs].join('\n');
  return comments.map(({ number, author, paragraphs }, index) => {
    const earlier = comments.slice(0, index);
    const quotations = findQuotations(paragraphs, passages, { left: mostSteps });
    const references = findReferences({ number, author, paragraphs, article: texts, earlier });
    passages.add({ comment: number }, paragraphs);
    return {
      number,
      quotes: quotations.map(({ text, verdict, source }) => ({ text, verdict, source })),
      references: references.map(({ text, to }) => ({ text, to })),
    };
  });
}
