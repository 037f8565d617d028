import { newId } from '../lib/ids.ts';
import { done, type Outcome, refuse } from '../lib/refusal.ts';
import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import { lockComment, type Moderator } from './decide.ts';

/** A note is at most so many characters. */
export const longestNote = 2_000;

/**
 * Notes something of a response and its writer, for staff alone. Nothing noted is changed: a second note corrects the
 * first. Refusals: `no-comment`, `no-note`, `long-note`, `words-gone`.
 */
export async function noteComment(
  site: Site,
  { id, moderator, text }: { id: string; moderator: Moderator; text: string },
): Promise<Outcome<{ id: string }>> {
  const note = text.trim();
  if (note === '') return refuse('no-note', 'Write a note, or leave it.', 'note');
  if ([...note].length > longestNote)
    return refuse('long-note', 'The note is longer than 2,000 characters: shorten it.', 'note');
  return site.store.write(async (tx) => {
    const comment = await lockComment(tx, id);
    if (!comment) return refuse('no-comment', 'There is no such response.');
    if (comment.state === 'withdrawn' || comment.state === 'erased')
      return refuse('words-gone', 'The words of this response are gone, and so are notes of it.');
    await tx
      .insertInto('comment_notes')
      .values({
        ...{ id: newId(site.clock, site.random), comment_id: id, pseudonym_id: comment.pseudonym_id },
        ...{ at: site.clock.now().toISOString(), text: note },
        ...{ by_role: moderator.actor.role, by_staff: moderator.staffId },
      })
      .execute();
    await appendEntry(site, tx, {
      ...{ action: 'comment.note', by: moderator.actor, visibility: 'private' },
      subject: { type: 'comment', id, article: comment.article_id },
    });
    return done({ id });
  });
}
