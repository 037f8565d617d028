import type { Policy } from '../publication/settings/responses.ts';

/** Why a comment waits for a moderator. */
export type HoldReason =
  | 'first'
  | 'all'
  | 'links'
  | 'honeypot'
  | 'words'
  | 'name'
  | 'pace'
  | 'learned'
  | 'flood';

/** What decides whether an article takes responses. */
export type Openness = {
  state: string;
  policy: Policy;
  commentsClosed: boolean;
  publishedAt: string | null;
  closeAfterDays: number;
};

/** Why an article takes no responses, as a sentence; null while it does. */
export function closedBecause(article: Openness, now: Date): string | null {
  if (article.state !== 'published') return 'This article is not published: it takes no responses.';
  if (article.policy === 'closed' || article.commentsClosed) return 'Responses to this article are closed.';
  const days = article.closeAfterDays;
  if (days === 0 || article.publishedAt === null) return null;
  const until = Date.parse(article.publishedAt) + days * 86_400_000;
  if (now.getTime() < until) return null;
  return `Responses to this article closed ${days === 1 ? 'one day' : `${days} days`} after it was published.`;
}
