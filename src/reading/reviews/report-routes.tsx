import type { Context } from 'hono';
import { ownReport } from '../../moderation/reports/queries.ts';
import { isReportReview, reportReviewPath } from '../../moderation/reports/review-address.ts';
import { readPublication, readSettings } from '../../publication/queries.ts';
import { askReview } from '../../reviews/ask-review.ts';
import { reviewOf } from '../../reviews/queries.ts';
import type { Site } from '../../site.ts';
import { readForm } from '../../web/body.ts';
import type { ShowError, Web } from '../../web/site-app.ts';
import { renderPage } from '../../web/ui/render-page.ts';
import { typed } from '../complain/typed.ts';
import type { ReviewForm } from './reasons-view.ts';
import { ReportReviewPage } from './report-page.tsx';
import { reviewStatus } from './routes.ts';

const path = '/review/:id/:token/';

/** Where a reporter sees what became of a report, and asks once that it is looked at again. */
export function addReportReviews({ app, site }: Web, showError: ShowError): void {
  const known = (c: Context) => isReportReview(site, c.req.param('id') ?? '', c.req.param('token') ?? '');
  app.get(path, (c) => (known(c) ? show(site, c) : c.notFound()));
  app.post(path, async (c) => {
    if (!known(c)) return c.notFound();
    const id = c.req.param('id');
    const report = await ownReport(site.store.read, id);
    if (report === null) return c.notFound();
    const form = await readForm(c);
    if (!form.ok)
      return showError(c, { status: form.code === 'too-large' ? 413 : 415, sentence: form.sentence });
    const { fields, fault } = form.value;
    const words = typed(fields.get('words')).trim();
    const again = (refusal: string, status: 409 | 410 | 422) =>
      show(site, c, { form: { subjectId: id, words, refusal }, status });
    if (fault !== null) return again(fault, 422);
    const about = { subject: 'report' as const, subjectId: id, commentId: report.commentId };
    const asked = await askReview(site, { ...about, askedBy: 'reporter', words });
    if (!asked.ok) return again(asked.sentence, reviewStatus(asked.code));
    return c.redirect(reportReviewPath(site, id), 303);
  });
}

type Shown = { form?: ReviewForm; status?: 200 | 409 | 410 | 422 };

async function show(site: Site, c: Context, { form, status = 200 }: Shown = {}): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const db = site.store.read;
  const found = await ownReport(db, id);
  if (found === null) return c.notFound();
  c.header('cache-control', 'no-store');
  c.header('x-robots-tag', 'noindex');
  const now = site.clock.now().toISOString();
  const review = await reviewOf(db, { subject: 'report', subjectId: id, now });
  const publication = await readPublication(site);
  const months = Number((await readSettings(site))['reviews.months']);
  const view = { reviews: review ? [review] : [], months, now, form: form ?? null };
  const report = { ...found, path: reportReviewPath(site, id) };
  return c.html(renderPage(<ReportReviewPage {...{ publication, report, view }} />), status);
}
