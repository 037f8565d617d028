import type { Context } from 'hono';
import { readReceipt } from '../comments/receipt.ts';
import { statementsOf } from '../moderation/statements/queries.ts';
import { complaintOf } from '../notices/queries.ts';
import { readPublication, readSettings } from '../publication/queries.ts';
import { reviewsOf } from '../reviews/queries.ts';
import type { Site } from '../site.ts';
import { letterRefusals } from '../subscriptions/subscribe.ts';
import { renderPage } from '../web/ui/render-page.ts';
import { ReceiptPage } from './pages/receipt-page.tsx';
import type { ReasonsView, ReviewForm } from './reviews/reasons-view.ts';

/** The id and the token in a receipt’s address. */
export const receiptIds = (c: Context) => [c.req.param('id') ?? '', c.req.param('token') ?? ''] as const;

type Shown = { form?: ReviewForm; status?: 200 | 409 | 410 | 422 };

/** Answers with a writer’s own page of a response, at the address that was asked. */
export async function showReceipt(
  site: Site,
  c: Context,
  { form, status = 200 }: Shown = {},
): Promise<Response> {
  const [id, token] = receiptIds(c);
  const receipt = await readReceipt(site, id, token);
  if (!receipt) return c.notFound();
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex');
  const publication = await readPublication(site);
  // Letters asked for with the response, and refused: it was sent all the same.
  const fault = letterRefusals.get(c.req.query('letters') ?? '') ?? null;
  const letters = site.mail === null ? null : { email: '', fault, asked: false };
  const complaint = await complaintOf(site.store.read, id);
  const reasons = await reasonsOf(site, id, form ?? null);
  const page = <ReceiptPage {...{ publication, receipt, letters, complaint, reasons }} />;
  return c.html(renderPage(page), status);
}

async function reasonsOf(site: Site, id: string, form: ReviewForm | null): Promise<ReasonsView> {
  const db = site.store.read;
  const now = site.clock.now().toISOString();
  return {
    statements: await statementsOf(db, id),
    reviews: await reviewsOf(db, { commentId: id, askedBy: 'writer', now }),
    months: Number((await readSettings(site))['reviews.months']),
    ...{ now, form },
  };
}
