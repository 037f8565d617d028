import { annotate } from '../annotations/annotate.ts';
import { paragraphsIn } from '../annotations/html-text.ts';
import type { Place } from '../annotations/passages.ts';
import type { Quotation } from '../annotations/quotation.ts';
import type { Reference } from '../annotations/reference.ts';
import type { Beginning } from '../comments/forget-marks.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import type { ThreadIndex } from './thread-index.ts';

/** At most so many quotations and references of one response are marked. */
const mostMarked = 50;

/** What would be marked in a response. */
export type Found = { quotations: (Quotation & { place: Place })[]; references: Reference[] };

/** What is marked in the words of a response under an article, held against all that was published before it. */
export function findMarks(
  { number, name, html }: { number: number; name: string; html: CleanHtml },
  thread: ThreadIndex,
): Found {
  const { quotations, references } = annotate(
    { number, author: name, paragraphs: paragraphsIn(html) },
    {
      passages: thread.passages.before(number),
      article: thread.article,
      earlier: thread.earlier.before(number),
    },
  );
  return { quotations: quotations.slice(0, mostMarked), references: references.slice(0, mostMarked) };
}

/** The same without what its writer wanted unmarked. */
export function without({ quotations, references }: Found, unmarked: readonly Beginning[]): Found {
  const isWanted = (paragraph: number, at: number) =>
    !unmarked.some((each) => each.paragraph === paragraph && each.from === at);
  return {
    quotations: quotations.filter(({ start }) => isWanted(start.paragraph, start.at)),
    references: references.filter(({ paragraph, from }) => isWanted(paragraph, from)),
  };
}
