import type { Context } from 'hono';
import { proofOfResponse } from '../comments/proof-of-response.ts';
import { isReceipt, readReceipt } from '../comments/receipt.ts';
import { withdrawComment } from '../comments/withdraw-comment.ts';
import { statementsOf } from '../moderation/statements/queries.ts';
import { complaintOf } from '../notices/queries.ts';
import { readPublication } from '../publication/queries.ts';
import { letterRefusals } from '../subscriptions/subscribe.ts';
import type { ShowError, Web } from '../web/site-app.ts';
import { renderPage } from '../web/ui/render-page.ts';
import { addNoticeToWriter } from './complain/writer-routes.tsx';
import { addEditing } from './edit-routes.tsx';
import { addLetters } from './letters/routes.tsx';
import { ReceiptPage } from './pages/receipt-page.tsx';

const receipt = '/receipt/:id/:token/';

/** A writer's own page of a response, at the secret address they were given when they sent it. */
export function addReceipts(web: Web, showError: ShowError): void {
  const { app, site } = web;
  addEditing(web, showError);
  addLetters(web, showError);
  addNoticeToWriter(web, showError);
  const ids = (c: Context) => [c.req.param('id') ?? '', c.req.param('token') ?? ''] as const;

  app.get(receipt, async (c) => {
    const found = await readReceipt(site, ...ids(c));
    if (!found) return c.notFound();
    c.header('cache-control', 'no-store');
    c.header('x-robots-tag', 'noindex');
    const publication = await readPublication(site);
    // Letters asked for with the response, and refused: it was sent all the same.
    const fault = letterRefusals.get(c.req.query('letters') ?? '') ?? null;
    const letters = site.mail === null ? null : { email: '', fault, asked: false };
    const complaint = await complaintOf(site.store.read, ids(c)[0]);
    const statements = await statementsOf(site.store.read, ids(c)[0]);
    const page = <ReceiptPage {...{ publication, receipt: found, letters, complaint, statements }} />;
    return c.html(renderPage(page));
  });
  app.get(`${receipt}proof.json`, async (c) => {
    const [id, token] = ids(c);
    const proof = isReceipt(site, id, token) ? await proofOfResponse(site, id) : null;
    if (!proof) return c.notFound();
    return c.body(`${JSON.stringify(proof, null, 2)}\n`, 200, {
      'content-type': 'application/json',
      'content-disposition': 'attachment; filename="proof.json"',
      'cache-control': 'no-store',
    });
  });
  app.post(`${receipt}withdraw/`, async (c) => {
    const [id, token] = ids(c);
    if (!isReceipt(site, id, token)) return c.notFound();
    const withdrawn = await withdrawComment(site, id);
    if (!withdrawn.ok) return showError(c, { status: 410, sentence: withdrawn.sentence });
    return c.redirect(`/receipt/${id}/${token}/`, 303);
  });
}
