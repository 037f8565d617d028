import { done, type Outcome, refuse } from '../lib/refusal.ts';
import type { Actor } from '../record/entry.ts';
import type { Site } from '../site.ts';
import { eraseWords } from './erasure/erase-comment.ts';

/**
 * Its writer takes a comment back: its words, name and addresses are erased, and with their salt the record's
 * commitment to them tells nothing. A published one leaves a tombstone with its number; a held one gets none.
 * Refusal: `already-gone`.
 */
export async function withdrawComment(
  site: Site,
  commentId: string,
): Promise<Outcome<{ number: number | null }>> {
  return site.store.write(async (tx) => {
    const before = await tx
      .selectFrom('comments')
      .select(['number', 'pseudonym_id'])
      .where('id', '=', commentId)
      .executeTakeFirst();
    const actor: Actor = {
      role: 'writer',
      ...(before?.pseudonym_id ? { pseudonym: before.pseudonym_id } : {}),
    };
    const erasing = { by: { actor, staffId: null }, reason: null };
    const gone = await eraseWords(site, tx, { id: commentId, state: 'withdrawn', erasing });
    if (!gone) return refuse('already-gone', 'This response is no longer there to be withdrawn.');
    const after = await tx
      .selectFrom('comments')
      .select('number')
      .where('id', '=', commentId)
      .executeTakeFirstOrThrow();
    return done({ number: after.number });
  });
}
