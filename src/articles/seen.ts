import { type Refusal, refuse } from '../lib/refusal.ts';
import type { Stage } from '../staff/permissions.ts';
import type { ArticleState, Db } from '../store/schema.ts';
import { stageOf } from './queries.ts';

/** What somebody last saw of an article: what they do is done only to that. */
export type Seen = {
  state: ArticleState;
  updatedAt: string;
  /** Where it stood when they were allowed to: what one may do depends on that. */
  stage?: Stage;
};

type Now = { id: string; state: ArticleState; updated_at: string };

/** Why nothing is done to an article that somebody saw so; null where it is still as it was seen. Refusal: `stale`. */
export async function whyStale(tx: Db, now: Now, { state, updatedAt, stage }: Seen): Promise<Refusal | null> {
  const same = state === now.state && updatedAt === now.updated_at;
  if (same && (stage === undefined || stage === (await stageOf(tx, now.id)))) return null;
  return refuse('stale', 'This article was changed by somebody else since you opened it.');
}
