import { ReportPage } from '../../src/reading/report/report-page.tsx';
import type { ReportView } from '../../src/reading/report/report-view.ts';
import { ReportReviewPage } from '../../src/reading/reviews/report-page.tsx';
import { renderPage } from '../../src/web/ui/render-page.ts';
import { comment, longWord, publication } from './samples.ts';

const view: ReportView = {
  comment: comment(1),
  article: { id: 'a', title: longWord },
  reasons: [
    { code: 'rule-1', label: `Rule 1: ${longWord}` },
    { code: 'legal', label: 'It may be against the law' },
  ],
  values: { reason: '', text: '', email: '' },
  ...{ faults: [], refusal: null, sendsMail: true, done: null, kept: null, told: null, own: null },
};

/** The pages on which a response is reported, in each of their states. */
export const reportPages: Record<string, string> = {
  report: renderPage(<ReportPage {...{ publication, view }} />),
  'report-refused': renderPage(
    <ReportPage
      publication={publication}
      view={{
        ...view,
        ...{ values: { reason: '', text: `${longWord}\nليلى`, email: 'ليلى' }, refusal: longWord },
        faults: [
          { field: 'reason', why: 'missing' },
          { field: 'text', why: 'too-long' },
          { field: 'email', why: 'bad-email' },
        ],
      }}
    />,
  ),
  'report-own': renderPage(
    <ReportReviewPage
      publication={publication}
      report={{
        ...{
          id: 'r',
          path: '/review/r/t/',
          sentAt: '2026-03-15T08:05:00.000Z',
          outcome: 'kept',
          reason: null,
        },
        ...{ settledAt: '2026-03-16T08:05:00.000Z', stands: true },
        response: { number: 6, path: '/2026/03/12/bridge/responses/6/', title: longWord },
      }}
      view={{
        ...{ reviews: [], months: 6, now: '2026-03-17T08:05:00.000Z' },
        form: { subjectId: 'r', words: `${longWord}\nليلى`, refusal: longWord },
      }}
    />,
  ),
  'report-sent': renderPage(
    <ReportPage
      publication={publication}
      view={{ ...view, told: true, done: 'sent', own: '/review/r/t/' }}
    />,
  ),
};
