import { ReportPage } from '../../src/reading/report/report-page.tsx';
import type { ReportView } from '../../src/reading/report/report-view.ts';
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
  ...{ faults: [], refusal: null, sendsMail: true, done: null },
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
  'report-sent': renderPage(<ReportPage publication={publication} view={{ ...view, done: 'again' }} />),
};
