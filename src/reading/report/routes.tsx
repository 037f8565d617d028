import type { Context } from 'hono';
import { readArticle } from '../../articles/queries.ts';
import { commentsBetween } from '../../comments/thread-queries.ts';
import { commentIdAt } from '../../moderation/queries.ts';
import { reasonsOf } from '../../moderation/reason.ts';
import { faultsInReport, type TypedReport, whyNotReported } from '../../moderation/reports/report.ts';
import { reportComment, type Taken } from '../../moderation/reports/report-comment.ts';
import { isReportReview, reportReviewPath } from '../../moderation/reports/review-address.ts';
import { readPublication, readSettings } from '../../publication/queries.ts';
import type { Site } from '../../site.ts';
import type { Form } from '../../web/body.ts';
import { readForm } from '../../web/body.ts';
import { clientAddress } from '../../web/client-address.ts';
import { onlyMethods, type ShowError, type Web } from '../../web/site-app.ts';
import { renderPage } from '../../web/ui/render-page.ts';
import { wordingFor } from '../../web/ui/wording.ts';
import { articlePathOf, articlePattern } from '../article-path.ts';
import { typed } from '../complain/typed.ts';
import { ReportPage } from './report-page.tsx';
import type { ReportView } from './report-view.ts';

const pattern = `${articlePattern}responses/:number{[1-9]\\d{0,8}}/report/`;
const empty = { reason: '', text: '', email: '' };

/** Reports of a response by readers, without an account: a page with the rules as buttons, the same for everybody. */
export function addReports(web: Web, showError: ShowError): void {
  const { app } = web;
  app.use(pattern, async (c, next) => {
    await next();
    c.res.headers.set('cache-control', 'no-store');
    c.res.headers.set('x-robots-tag', 'noindex');
  });
  app.get(pattern, async (c) => {
    const found = await findReported(web, c);
    if (found === null) return c.notFound();
    if (found === 'gone') return showError(c, gone);
    const done = c.req.query('done');
    const own = ownPathIn(web.site, c);
    const more = { kept: answered(c.req.query('kept')), told: answered(c.req.query('told')) };
    return draw(web, c, { ...found, ...more, own, done: done === 'sent' || done === 'again' ? done : null });
  });
  app.post(pattern, (c) => receive(web, c, showError));
  onlyMethods(web, pattern, ['GET', 'HEAD', 'POST'], showError);
}

const gone = { status: 410, sentence: sentenceOf(whyNotReported('removed')) } as const;

function sentenceOf(outcome: ReturnType<typeof whyNotReported>): string {
  return outcome.ok ? '' : outcome.sentence;
}

type Found = Pick<ReportView, 'comment' | 'article'>;

async function findReported({ site }: Web, c: Context): Promise<Found | 'gone' | null> {
  const number = Number(c.req.param('number'));
  const article = await readArticle(site.store.read, { path: articlePathOf(c) });
  if (!article) return null;
  const [comment] = await commentsBetween(site.store.read, article, { from: number, to: number });
  if (!comment) return null;
  return comment.state === 'published' ? { comment, article } : 'gone';
}

async function receive(web: Web, c: Context, showError: ShowError): Promise<Response> {
  const { site } = web;
  const form = await readForm(c);
  if (!form.ok)
    return showError(c, { status: form.code === 'too-large' ? 413 : 415, sentence: form.sentence });
  const found = await findReported(web, c);
  if (found === null) return c.notFound();
  if (found === 'gone') return showError(c, gone);
  const values = readTyped(form.value);
  const faults = faultsInReport(await readSettings(site), values);
  const refused = { ...found, values, faults };
  if (faults.length > 0 || form.value.fault !== null)
    return draw(web, c, { ...refused, refusal: form.value.fault }, 422);
  const commentId = await commentIdAt(site.store.read, articlePathOf(c), found.comment.number);
  if (commentId === null) return c.notFound();
  const from = clientAddress(c, site.config);
  const reported = await reportComment(site, { ...values, commentId, from });
  if (reported.ok)
    return c.redirect(`${found.comment.path}report/?${toldBy(site, reported.value, values)}`, 303);
  if (reported.code === 'gone' || reported.code === 'no-comment') return showError(c, gone);
  return draw(web, c, { ...refused, refusal: reported.sentence }, 429);
}

/** The query by which the page tells what was done, and where what becomes of it will stand. */
function toldBy(site: Site, { again, id, kept, told }: Taken, { email }: TypedReport): string {
  const letter = email === '' ? '' : `&told=${said(told)}`;
  if (again || id === null) return `done=again${kept === null ? '' : `&kept=${said(kept)}`}${letter}`;
  const [, , own, token] = reportReviewPath(site, id).split('/');
  return `done=sent&own=${own}.${token}${letter}`;
}

const said = (is: boolean) => (is ? 'yes' : 'no');
const answered = (typed: string | undefined) => (typed === 'yes' ? true : typed === 'no' ? false : null);

function ownPathIn(site: Site, c: Context): string | null {
  const [id = '', token = ''] = (c.req.query('own') ?? '').split('.');
  return isReportReview(site, id, token) ? reportReviewPath(site, id) : null;
}

function readTyped({ fields }: Form) {
  return {
    reason: fields.get('reason') ?? '',
    text: typed(fields.get('text')).trim(),
    email: typed(fields.get('email')).trim(),
  };
}

async function draw(
  { site }: Web,
  c: Context,
  view: Found & Partial<ReportView>,
  status: 200 | 422 | 429 = 200,
): Promise<Response> {
  const publication = await readPublication(site);
  const { report: say } = wordingFor(publication.locale);
  const reasons = reasonsOf(await readSettings(site)).map(({ code, label }) => ({
    ...{ code, label: say.reasons[code] ?? label },
  }));
  const whole: ReportView = {
    ...{
      reasons,
      values: empty,
      faults: [],
      refusal: null,
      done: null,
      kept: null,
      told: null,
      own: null,
      sendsMail: site.mail !== null,
    },
    ...view,
  };
  return c.html(renderPage(<ReportPage publication={publication} view={whole} />), status);
}
