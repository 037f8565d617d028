import { isReceipt } from '../../comments/receipt.ts';
import { askReview } from '../../reviews/ask-review.ts';
import { readForm } from '../../web/body.ts';
import type { ShowError, Web } from '../../web/site-app.ts';
import { typed } from '../complain/typed.ts';
import { receiptIds, showReceipt } from '../show-receipt.tsx';

const statuses: Record<string, 409 | 410 | 422> = {
  'asked-before': 409,
  'too-late': 410,
  moot: 409,
  'too-long': 422,
};

/** The status of a refusal. */
export const reviewStatus = (code: string) => statuses[code] ?? 422;

/** Where a writer asks for a review, below the secret address of the response. Refused, every word is kept. */
export function addReviews({ app, site }: Web, showError: ShowError): void {
  app.post('/receipt/:id/:token/review/', async (c) => {
    const [id, token] = receiptIds(c);
    if (!isReceipt(site, id, token)) return c.notFound();
    const form = await readForm(c);
    if (!form.ok)
      return showError(c, { status: form.code === 'too-large' ? 413 : 415, sentence: form.sentence });
    const { fields, fault } = form.value;
    const words = typed(fields.get('words')).trim();
    const subjectId = typed(fields.get('about'));
    if (fault !== null)
      return showReceipt(site, c, { form: { subjectId, words, refusal: fault }, status: 422 });
    const asked = await askReview(site, {
      subject: fields.get('what') === 'suspension' ? 'suspension' : 'decision',
      ...{ subjectId, commentId: id },
      ...{ askedBy: 'writer', words },
    });
    if (asked.ok) return c.redirect(`/receipt/${id}/${token}/#review-${asked.value.id}`, 303);
    if (asked.code === 'no-decision') return c.notFound();
    const refused = { subjectId, words, refusal: asked.sentence };
    return showReceipt(site, c, { form: refused, status: reviewStatus(asked.code) });
  });
}
