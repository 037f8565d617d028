import { postComment } from '../comments/post-comment.ts';
import type { Post, Posted } from '../comments/sent-before.ts';
import type { Outcome } from '../lib/refusal.ts';
import type { Site } from '../site.ts';
import { inSavepoint } from '../store/in-savepoint.ts';
import type { Db } from '../store/schema.ts';
import { annotateComment, markWithin } from './annotate-comment.ts';
import { quoteSoon } from './quote-cited.ts';
import { type ThreadIndex, threadIndexOf } from './thread-index.ts';

/**
 * Takes a reader's comment and marks what it quotes and refers to. Both go into one transaction, for one wait for the
 * disk, where the thread in memory is all that was published before; else it is marked right after. `also` is done in
 * the same transaction. It is published whatever becomes of its marks: a fault is logged, and tried again later.
 */
export async function postMarked(
  site: Site,
  post: Post,
  also: (tx: Db, posted: Posted) => Promise<unknown> = async () => undefined,
): Promise<Outcome<Posted>> {
  const thread = await threadOf(site, post.articleId);
  let isMarked = false;
  const posted = await postComment(site, post, async (tx, taken) => {
    isMarked = thread !== null && taken.number !== null && !taken.again && (await mark(taken.id, tx, thread));
    await also(tx, taken);
  });
  if (!posted.ok || posted.value.number === null) return posted;
  const { id, number } = posted.value;
  if (!isMarked) await annotateComment(site, id);
  else await orLog(site, id, () => quoteSoon(site, post.articleId, number));
  return posted;

  async function mark(id: string, tx: Db, known: ThreadIndex): Promise<boolean> {
    const done = await orLog(site, id, () =>
      inSavepoint(tx, () => markWithin(site, tx, { id, thread: known })),
    );
    return done === true;
  }
}

async function threadOf(site: Site, articleId: string): Promise<ThreadIndex | null> {
  return orLog(site, articleId, () => threadIndexOf(site, articleId));
}

async function orLog<T>(site: Site, subject: string, act: () => Promise<T>): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    site.log.error({ err: error, subject }, 'a response could not be marked as it was published');
    return null;
  }
}
