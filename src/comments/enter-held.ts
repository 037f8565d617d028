import { appendEntry } from '../record/append.ts';
import type { Site } from '../site.ts';
import type { Db } from '../store/schema.ts';
import { type CommentInput, commentWords } from './comment.ts';

/** A response that was just taken in and waits: its row's salt and time, its words, why it is held, and whose it is. */
export type Held = {
  id: string;
  articleId: string;
  salt: string;
  at: string;
  input: CommentInput;
  heldFor: readonly string[];
  pseudonymId: string | null;
};

/**
 * Enters that a response was taken in and held, in the transaction that took it: nobody but its writer, whose receipt
 * opens the line, and the staff can tell what it is about. Its reason is why it is held: codes, joined by a plus sign.
 */
export async function enterHeld(site: Site, tx: Db, held: Held): Promise<void> {
  const { id, articleId, input, pseudonymId, salt, at } = held;
  const words = { name: input.name, url: input.url, source: input.text, in_reply_to: input.inReplyTo };
  await appendEntry(site, tx, {
    action: 'comment.hold',
    by: { role: 'writer', ...(pseudonymId === null ? {} : { pseudonym: pseudonymId }) },
    subject: { type: 'comment', id, article: articleId },
    reason: held.heldFor.join('+'),
    visibility: 'private',
    words: { salt, text: commentWords(words) },
    at,
  });
}
