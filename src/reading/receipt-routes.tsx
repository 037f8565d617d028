import { proofOfResponse } from '../comments/proof-of-response.ts';
import { isReceipt } from '../comments/receipt.ts';
import { withdrawComment } from '../comments/withdraw-comment.ts';
import type { ShowError, Web } from '../web/site-app.ts';
import { addNoticeToWriter } from './complain/writer-routes.tsx';
import { addEditing } from './edit-routes.tsx';
import { addLetters } from './letters/routes.tsx';
import { addReviews } from './reviews/routes.ts';
import { receiptIds, showReceipt } from './show-receipt.tsx';

const receipt = '/receipt/:id/:token/';

/** A writer's own page of a response, at the secret address they were given when they sent it. */
export function addReceipts(web: Web, showError: ShowError): void {
  const { app, site } = web;
  addEditing(web, showError);
  addLetters(web, showError);
  addNoticeToWriter(web, showError);
  addReviews(web, showError);

  app.get(receipt, (c) => showReceipt(site, c));
  app.get(`${receipt}proof.json`, async (c) => {
    const [id, token] = receiptIds(c);
    const proof = isReceipt(site, id, token) ? await proofOfResponse(site, id) : null;
    if (!proof) return c.notFound();
    return c.body(`${JSON.stringify(proof, null, 2)}\n`, 200, {
      'content-type': 'application/json',
      'content-disposition': 'attachment; filename="proof.json"',
      'cache-control': 'no-store',
    });
  });
  app.post(`${receipt}withdraw/`, async (c) => {
    const [id, token] = receiptIds(c);
    if (!isReceipt(site, id, token)) return c.notFound();
    const withdrawn = await withdrawComment(site, id);
    if (!withdrawn.ok) return showError(c, { status: 410, sentence: withdrawn.sentence });
    return c.redirect(`/receipt/${id}/${token}/`, 303);
  });
}
