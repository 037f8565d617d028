import type { HoldReason } from '../../comments/policy.ts';
import { headStart } from '../../comments/queue-place.ts';
import { isId, type Visit } from '../visit.ts';

/** What the queue is narrowed to: each part that is not null narrows it further. */
export type QueueFilter = {
  articleId: string | null;
  because: HoldReason | null;
  /** Part of the writer's name. */
  name: string | null;
  /** Words that stand in the response as they are given here. */
  words: string | null;
};

export const everything: QueueFilter = { articleId: null, because: null, name: null, words: null };

/** Why a response may be held, in the order in which the queue offers it. */
export const holdReasons = Object.keys(headStart) as HoldReason[];

const longest = 200;

/** Reads it from the address; what makes no sense there narrows nothing. */
export function readQueueFilter({ c }: Visit): QueueFilter {
  return filterIn(new URLSearchParams(c.req.query()));
}

/** The same of a query. */
export function filterIn(query: URLSearchParams): QueueFilter {
  const article = query.get('article') ?? '';
  return {
    articleId: isId(article) ? article : null,
    because: holdReasons.find((reason) => reason === query.get('because')) ?? null,
    name: textIn(query.get('name')),
    words: textIn(query.get('words')),
  };
}

function textIn(typed: string | null): string | null {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: PostgreSQL takes no text with a zero in it
  const text = (typed ?? '').replace(/[\u0000-\u001f\u007f]/g, ' ').trim();
  return text === '' ? null : [...text].slice(0, longest).join('');
}

/** Whether it narrows anything beyond an article. */
export function isSearch({ because, name, words }: QueueFilter): boolean {
  return because !== null || name !== null || words !== null;
}
