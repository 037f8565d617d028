import { newId } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import { dropWordings } from './edits/keep-wording.ts';
import { forgetMarks } from './forget-marks.ts';

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
    const at = site.clock.now().toISOString();
    const row = await tx
      .updateTable('comments')
      .set({
        ...{ state: 'withdrawn', release_at: null, release_by: null },
        ...{ name: '', url: null, email: null, source: '', html: '', salt: '', words_hash: '' },
        edited_at: null,
      })
      .where('id', '=', commentId)
      .where('state', 'in', ['held', 'published'])
      .returning(['number', 'article_id', 'pseudonym_id'])
      .executeTakeFirst();
    if (!row) return refuse('already-gone', 'This response is no longer there to be withdrawn.');
    await tx
      .insertInto('comment_decisions')
      .values({
        id: newId(site.clock, site.random),
        comment_id: commentId,
        kind: 'withdraw',
        at,
        by_role: 'writer',
      })
      .execute();
    await dropWordings(tx, commentId);
    await site.store.search.drop(tx, commentId);
    await forgetMarks(tx, { id: commentId, articleId: row.article_id, number: row.number });
    if (row.number !== null)
      await appendEntry(site, tx, {
        action: 'comment.withdraw',
        by: { role: 'writer', ...(row.pseudonym_id ? { pseudonym: row.pseudonym_id } : {}) },
        subject: { type: 'comment', id: commentId, article: row.article_id, number: row.number },
        visibility: 'public',
      });
    return done({ number: row.number });
  });
}
