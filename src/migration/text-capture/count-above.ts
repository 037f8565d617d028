import type { Heading } from './find-heading.ts';
import { readCount } from './headings.ts';
import { type Line, lineAt } from './lines.ts';
import { readThread, type Thread } from './thread.ts';

/** Where an article ends and its thread, with what a person should know of how they were told apart. */
export interface Parts {
  bodyEnd: number;
  thread: Thread;
  notes: string[];
}

const TOP = 40;
const UNTOLD =
  'Nothing marks where the article ends and the first response begins: all the words above its signature stand with the article.';

/**
 * The parts of a page whose only count of responses stands above its article: the words up to the first
 * signature are the article's. Null where the thread begins right below the count.
 */
export function partsBelowCount(lines: readonly Line[], heading: Heading, thread: Thread): Parts | null {
  const from = heading.at + heading.lines;
  if (heading.quoted !== null || thread.comments.length === 0 || thread.start <= from) return null;
  if (!thread.signedBelow) return { bodyEnd: thread.start, thread, notes: [] };
  const one = lines.findLastIndex(
    ({ text }, at) => at > from && at < thread.start && /^1\.(?!\d)/u.test(text),
  );
  const numbered = one < 0 ? null : readThread(lines, one, heading.stated);
  if (numbered?.comments.length === thread.comments.length)
    return { bodyEnd: one, thread: numbered, notes: [] };
  const comments = thread.comments.map((comment, index) =>
    index === 0 ? { ...comment, paragraphs: [], lostLinks: 0 } : comment,
  );
  return { bodyEnd: thread.start, thread: { ...thread, comments }, notes: [UNTOLD] };
}

/** Where a page states a count near its top, such as “Comments: 2” under the title; null without one. */
export function countAtTop(lines: readonly Line[]): { at: number; stated: number } | null {
  for (let at = 1; at < Math.min(lines.length, TOP); at += 1) {
    const stated = readCount(lineAt(lines, at).text);
    if (stated !== null) return { at, stated };
  }
  return null;
}
