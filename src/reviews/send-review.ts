import { receiptPath } from '../comments/receipt.ts';
import { deliver, newsTo, type WriterLetter } from '../moderation/statements/deliver.ts';
import { writersEmail } from '../moderation/statements/queries.ts';
import { readSettings } from '../publication/queries.ts';
import type { Settings } from '../publication/settings.ts';
import type { Site } from '../site.ts';
import { wrapText } from '../subscriptions/wrap.ts';
import { isWritersAddress } from '../subscriptions/writers-address.ts';
import { readReview } from './queries.ts';
import { type ReviewMail, reviewMailKind } from './review-mail.ts';
import { outcomeText, reviewWords } from './wording.ts';

/** The job of that name: what came of a review, whole to a confirmed address; to another that there is news. */
export async function sendReview(site: Site, mail: ReviewMail): Promise<void> {
  const settings = await readSettings(site);
  const letter = await letterOf(site, settings, mail);
  if (letter !== null) await deliver(site, { kind: reviewMailKind, mail, letter, settings });
}

async function letterOf(site: Site, settings: Settings, { id }: ReviewMail): Promise<WriterLetter | null> {
  const review = await readReview(site.store.read, { id, now: site.clock.now().toISOString() });
  if (review?.outcome == null) return null;
  const email = await writersEmail(site.store.read, review.commentId);
  if (email === null) return null;
  if (!(await isWritersAddress(site.store.read, { email, commentId: review.commentId })))
    return newsTo(email, settings);
  const { letter } = reviewWords;
  const page = letter.page(site.config.url + receiptPath(site, review.commentId));
  const text = wrapText(`${outcomeText(review).join('\n\n')}\n\n${page}\n`);
  return { email, confirmed: true, subject: letter.subject(settings.title), text };
}
