import type { CapturedArticle } from './capture-result.ts';

/**
 * Pages of one thread as one article again: they name the same address. The first that has the article’s words leads,
 * the others bring their responses, each number once.
 */
export function joinPages(pages: readonly CapturedArticle[]): CapturedArticle[] {
  const joined: CapturedArticle[] = [];
  for (const page of pages) {
    const at = joined.findIndex(({ address, title }) => address === page.address && title === page.title);
    const known = joined[at];
    if (known?.address === undefined) joined.push(page);
    else joined[at] = known.paragraphs.length === 0 ? together(page, known) : together(known, page);
  }
  return joined;
}

function together(first: CapturedArticle, later: CapturedArticle): CapturedArticle {
  const has = new Set([...first.comments, ...(first.tombstones ?? [])].map(({ number }) => number));
  const isNew = ({ number }: { number: number }) => !has.has(number);
  const byNumber = (one: { number: number }, other: { number: number }) => one.number - other.number;
  const tombstones = [...(first.tombstones ?? []), ...(later.tombstones ?? []).filter(isNew)];
  return {
    ...first,
    comments: [...first.comments, ...later.comments.filter(isNew)].sort(byNumber),
    ...(tombstones.length === 0 ? {} : { tombstones: tombstones.sort(byNumber) }),
  };
}
