import { foldForSearch } from '../lib/fold-text.ts';
import type { PageRead } from './page-task.ts';
import type { ForLook } from './queries.ts';

/**
 * Whether a page is no longer what was cited: the words that are quoted of it are gone; or, where nothing is quoted, it
 * has another title and its beginning is gone as well. That its bytes are others says nothing.
 */
export function whatChanged(
  { uses, kept }: Pick<ForLook, 'uses' | 'kept'>,
  { read, found }: { read: PageRead; found: Map<string, string | null> },
): 'changed-words' | 'changed-title' | null {
  const quoting = uses.filter(
    ({ excerpt, passages }) => excerpt !== null && passages.some((each) => found.has(each)),
  );
  const isGone = quoting.some(({ passages }) =>
    passages.every((passage) => (found.has(passage) ? found.get(passage) === null : true)),
  );
  if (quoting.length > 0) return isGone ? 'changed-words' : null;
  const first = kept.find(({ title }) => title !== null);
  if (!first || read.paragraphs.length === 0 || !isOther(first.title, read.title)) return null;
  return isOther(first.excerpt, read.excerpt) && !stillThere(first.excerpt, read.paragraphs)
    ? 'changed-title'
    : null;
}

function isOther(one: string | null, other: string | null): boolean {
  return letters(one ?? '') !== letters(other ?? '');
}

/** Its letters alone: counts of messages, dates and marks come and go. */
function letters(text: string): string {
  return foldForSearch(text).replace(/[^\p{L}]/gu, '');
}

function stillThere(excerpt: string | null, paragraphs: readonly string[]): boolean {
  const wanted = letters(excerpt ?? '');
  return wanted !== '' && letters(paragraphs.join(' ')).includes(wanted);
}
