import type { CapturedComment } from './text-capture/capture-result.ts';

/**
 * Which responses of a captured page are of one writer, by their numbers: each that its page names together has the
 * same key. A page names the first four of a writer’s numbers with each, which is the whole set. One that is alone in
 * the copy has none. Whatever a copy says, no two names are said to be one writer’s.
 */
export function writersIn(
  comments: readonly Pick<CapturedComment, 'number' | 'author' | 'sameWriter'>[],
  newKey: () => string,
): Map<number, string> {
  const groups = new Map<number, Set<number>>();
  const names = new Map(comments.map(({ number, author }) => [number, author]));
  for (const { number, author, sameWriter = [] } of comments) {
    const all = [number, ...sameWriter].filter((each) => author !== null && names.get(each) === author);
    const together = new Set(all.flatMap((each) => [...(groups.get(each) ?? [each])]));
    for (const each of together) groups.set(each, together);
  }
  const keys = new Map<number, string>();
  for (const group of new Set(groups.values())) {
    if (group.size < 2) continue;
    const key = newKey();
    for (const number of group) keys.set(number, key);
  }
  return keys;
}
