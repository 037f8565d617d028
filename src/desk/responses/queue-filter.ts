import type { HoldReason } from '../../comments/policy.ts';
import { headStart } from '../../comments/queue-place.ts';
import { type QueueFilter, waitingKinds } from '../../moderation/waiting/waiting.ts';
import { isId, type Visit } from '../visit.ts';

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
    kind: waitingKinds.find((kind) => kind === query.get('kind')) ?? null,
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
