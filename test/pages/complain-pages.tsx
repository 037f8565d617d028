import { faultsIn } from '../../src/notices/notice.ts';
import type { CaseView } from '../../src/notices/queries.ts';
import { CasePage } from '../../src/reading/complain/case-page.tsx';
import { ComplainPage } from '../../src/reading/complain/complain-page.tsx';
import { ComplaintPage } from '../../src/reading/complain/complaint-page.tsx';
import { WriterPage } from '../../src/reading/complain/writer-page.tsx';
import { renderPage } from '../../src/web/ui/render-page.ts';
import { longWord, publication, receiptView } from './samples.ts';

const at = '2026-03-12T07:00:00.000Z';
const values = {
  ...{ where: `/2026/03/12/${longWord}/`, words: `${longWord}\n\nليلى من الميناء` },
  ...{ name: 'ليلى من الميناء', email: 'leila@post.example', unknown_poster: 'yes', give_name: 'no' },
};
const form = { kind: 'uk-s5' as const, values: {}, faults: [], refusal: null, incomplete: false };
const found: CaseView = {
  ...{ id: 'c', number: '2026-019', kind: 'uk-s5', values, email: values.email, confirmed: false },
  ...{
    receivedAt: at,
    dueAt: at,
    closedAt: null,
    outcome: null,
    forgottenAt: null,
    comment: { id: 'r', number: 1204 },
  },
  article: { id: 'a', title: longWord, path: '/2026/03/12/bridge/' },
};
const letter = {
  id: 'l',
  recipient: 'complainant' as const,
  at,
  subject: longWord,
  text: `${longWord}\n\nOne.`,
};
const mail = { sends: true, cameByLetter: true, path: '/complain/case/c/t/' };

const answer = { wish: 'stands', name: longWord, address: '', disclose: '', words: 'ليلى من الميناء' };
const writer = {
  ...{ publication, receipt: receiptView(), letters: [{ ...letter, recipient: 'poster' as const }] },
};

/** The pages for complaints in each of their states. */
export const complainPages: Record<string, string> = {
  complain: renderPage(<ComplainPage publication={publication} about="/2026/03/12/bridge/responses/1/" />),
  complaint: renderPage(<ComplaintPage {...{ publication, form }} />),
  'complaint-refused': renderPage(
    <ComplaintPage
      publication={publication}
      form={{ ...form, values, faults: faultsIn('uk-s5', values), refusal: longWord, incomplete: true }}
    />,
  ),
  case: renderPage(<CasePage {...{ publication, found, letters: [letter], mail }} />),
  'case-writer': renderPage(
    <WriterPage
      {...writer}
      form={{ values: answer, missing: ['address', 'disclose'], tooLong: ['name'], refusal: longWord }}
    />,
  ),
  'case-writer-answered': renderPage(<WriterPage {...writer} form={null} />),
  'case-new': renderPage(
    <CasePage
      {...{ publication, found: { ...found, dueAt: null }, letters: [] }}
      mail={{ ...mail, cameByLetter: false }}
    />,
  ),
};
