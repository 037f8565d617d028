import type { Changes, HistoryView } from '../../src/articles/revisions/history-view.ts';
import type { CitedText } from '../../src/reading/cite/cited-text.ts';
import { ArticlePage } from '../../src/reading/pages/article-page.tsx';
import { CitePage } from '../../src/reading/pages/cite-page.tsx';
import { CorrectionsPage } from '../../src/reading/pages/corrections-page.tsx';
import { DocumentPage, DocumentVersionPage } from '../../src/reading/pages/document-pages.tsx';
import { EditPage } from '../../src/reading/pages/edit-page.tsx';
import { ErrorPage } from '../../src/reading/pages/error-page.tsx';
import { FrontPage } from '../../src/reading/pages/front-page.tsx';
import { HistoryPage } from '../../src/reading/pages/history-page.tsx';
import { ArchivePage, TagsPage } from '../../src/reading/pages/index-pages.tsx';
import { ListPage } from '../../src/reading/pages/list-page.tsx';
import { ProsePage } from '../../src/reading/pages/prose-page.tsx';
import { ReceiptPage } from '../../src/reading/pages/receipt-page.tsx';
import { RecordPage } from '../../src/reading/pages/record-page.tsx';
import { SearchPage } from '../../src/reading/pages/search-page.tsx';
import { SeriesPage } from '../../src/reading/pages/series-page.tsx';
import { VersionPage } from '../../src/reading/pages/version-page.tsx';
import { renderPage } from '../../src/web/ui/render-page.ts';
import { complainPages } from './complain-pages.tsx';
import { reportPages } from './report-pages.tsx';
import * as sample from './samples.ts';
import { transparencyPages } from './transparency-pages.tsx';
import { youPages } from './you-pages.tsx';

const { publication, summaries: articles, latest, tags, months } = sample;
const article = sample.articleView();
const thread = sample.thread();
const archived = sample.articleView({
  native: false,
  dated: null,
  authors: [],
  closed: 'They closed on 1 October 2012.',
  open: false,
  losses: ['Six tag names.', 'The address of one link, at “The whole piece is here:”.'],
});
const long = sample.articleView({
  lastNumber: 1204,
  counts: { published: 1204, removed: 0, withdrawn: 0, withheld: 0 },
});
const part = sample.articleView({
  language: 'ar',
  title: 'الجسر عالق',
  authors: [
    { name: 'Imogen Thrale', path: '/author/imogen-thrale/' },
    { name: 'ليلى من الميناء', path: '/author/n-1/', guest: { note: '', url: null } },
    {
      ...{ name: sample.longWord, path: '/author/long/' },
      guest: { note: 'councillor for the east ward', url: `https://wrenmouth.example/${sample.longWord}` },
    },
  ],
  series: {
    ...{ name: sample.longWord, path: '/series/long/', part: 2, of: 3 },
    previous: { name: 'The bridge sticks', path: '/2026/03/10/bridge/' },
    next: { name: `Mended ${sample.longWord}`, path: '/2026/03/14/mended/' },
  },
});
const front = { publication, latestResponses: latest, tags, months };
const list = { publication, articles, total: 1204, page: 2, pages: 13 };
const hits = [
  { kind: 'article' as const, article: article, excerpt: 'short of money. The bolts, it says, are Bright.' },
  ...latest.map((response) => ({ kind: 'response' as const, response, excerpt: response.text })),
];
const prose = sample.html('<p>Plain words.</p><h2>One</h2><ol><li>First</li><li>Second</li></ol>');

const changes: Changes = {
  from: 1,
  to: 3,
  cut: true,
  blocks: [
    { unchanged: 2 },
    {
      kind: 'heading',
      parts: [
        { did: 'kept', text: 'What the ' },
        { did: 'out', text: 'board ' },
        { did: 'in', text: `${sample.longWord} ` },
      ],
    },
    { kind: 'paragraph', parts: [{ did: 'in', text: 'Eleven times.' }] },
    { unchanged: 12 },
  ],
};
const beside = { withheld: null, besideWithheld: false, corrections: [] };
const version = { ...beside, at: article.updatedAt, kind: 'change' as const, changes };
const history: HistoryView = {
  article,
  total: 43,
  compared: null,
  earlier: [
    {
      from: '2026-11-02T08:00:00.000Z',
      until: '2026-11-03T08:00:00.000Z',
      said: {
        kind: 'claim' as const,
        number: 1,
        claim: 'The board decides',
        due: '2026-11-30',
        takenOff: false,
      },
    },
    {
      from: '2026-11-02T08:00:00.000Z',
      until: '2026-11-03T08:00:00.000Z',
      said: {
        kind: 'sources' as const,
        attribution: {
          sources: [{ class: 'official' as const, count: 2, note: 'On the board' }],
          replies: [],
        },
      },
    },
  ],
  notCompared: [],
  replaced: [
    {
      at: '2026-03-14T09:00:00.000Z',
      before: { path: '/pictures/files/a-320.webp', width: 320, height: 213 },
      after: { path: '/pictures/files/b-320.webp', width: 320, height: 213 },
    },
  ],
  page: 2,
  pages: 3,
  versions: [
    { ...version, number: 3 },
    { ...version, number: 2, kind: 'minor', changes: { ...changes, blocks: [{ unchanged: 4 }] } },
    { ...version, number: 1, changes: null, withheld: { at: article.updatedAt, reason: 'court-order' } },
  ],
};
const lost = {
  ...{
    label: 'a',
    url: `https://estuary-notes.example/${sample.longWord}`,
    title: `Under the deck ${sample.longWord}`,
  },
  ...{ site: 'ملاحظات المصب', author: sample.longWord, dated: '2026-03-09', language: 'ar' },
  ...{ state: 'gone' as const, since: '2026-03-22T07:00:00.000Z', excerpt: `The bolts ${sample.longWord}` },
  ...{ keptAt: '2026-03-12T07:00:00.000Z' },
  archive: { url: `https://archive.example/2026/${sample.longWord}`, at: '2026-03-10T07:00:00.000Z' },
};
const unseen = {
  ...{ ...lost, label: '1', title: null, site: null, author: null, dated: null, excerpt: null, keptAt: null },
  archive: null,
};
const cited: CitedText = {
  ...{ kind: 'article', key: '2026-03-12-toll-v2', title: `${article.title} ${sample.longWord}` },
  ...{ publication: publication.title, authors: ['ليلى من الميناء', sample.longWord], dated: article.dated },
  ...{
    version: { number: 2, at: article.updatedAt },
    hash: 'ab'.repeat(32),
    language: 'en-GB',
    read: '2026-11-26',
  },
  url: `${publication.url}${article.path}versions/${'ab'.repeat(32)}/`,
};
const document = {
  ...{ publication, title: 'Rules for responses', path: '/rules/', html: prose },
  versions: [
    { number: 1, since: null, until: '2026-03-12T07:00:00.000Z' },
    { number: 2, since: '2026-03-12T07:00:00.000Z', until: '2026-05-03T22:30:00.000Z' },
    { number: 3, since: '2026-05-03T22:30:00.000Z', until: null },
  ],
};

const markedThread = sample.thread(
  sample.sevenComments.map((each) =>
    each.state === 'published' && each.number === 2
      ? {
          ...each,
          html: '<p>As an Eastgate resident I can say that it is not “a slap in the face for the people of Eastgate”. £1.40 is less than the diesel.</p>' as typeof each.html,
        }
      : each,
  ),
);

/** Every page in its states, by name. */
export const everyPage: Record<string, string> = {
  article: renderPage(<ArticlePage {...{ publication, article, thread, form: sample.emptyForm }} />),
  part: renderPage(
    <ArticlePage {...{ publication, article: part, thread: sample.thread(), form: sample.emptyForm }} />,
  ),
  marked: renderPage(
    <ArticlePage
      {...{ publication, article, thread: markedThread, form: sample.markedForm, marks: sample.marks }}
    />,
  ),
  'lost-links': renderPage(
    <ArticlePage
      {...{ publication, form: sample.emptyForm }}
      article={{ ...article, kept: [lost, { ...lost, state: 'words-gone' }] }}
      thread={{
        ...thread,
        comments: thread.comments.map((each) =>
          each.state === 'published' ? { ...each, kept: [unseen] } : each,
        ),
      }}
    />,
  ),
  cite: renderPage(
    <CitePage
      {...{
        publication,
        text: cited,
        heading: cited.title,
        path: `${article.path}cite/`,
        back: article.path,
      }}
    />,
  ),
  version: renderPage(
    <VersionPage
      publication={publication}
      version={{
        ...{ number: 1, of: 2, title: sample.longWord, standfirst: 'It was so.', html: article.html },
        ...{ from: article.publishedAt, until: article.updatedAt, path: article.path, language: 'cy' },
      }}
    />,
  ),
  series: renderPage(
    <SeriesPage
      {...{ publication, parts: articles, first: 21, total: 27, page: 2, pages: 2 }}
      series={{ title: sample.longWord, path: '/series/long/', introduction: prose }}
    />,
  ),
  refused: renderPage(<ArticlePage {...{ publication, article, thread, form: sample.refusedForm }} />),
  archived: renderPage(
    <ArticlePage {...{ publication, article: archived, thread, form: sample.emptyForm }} />,
  ),
  long: renderPage(
    <ArticlePage {...{ publication, article: long, thread: sample.hundred(2), form: sample.emptyForm }} />,
  ),
  front: renderPage(
    <FrontPage
      {...front}
      opening={['It opens slowly.', 'Then it is open.']}
      articles={articles}
      page={1}
      pages={148}
    />,
  ),
  'front-2': renderPage(<FrontPage {...front} opening={[]} articles={articles} page={2} pages={148} />),
  'front-empty': renderPage(
    <FrontPage
      opening={[]}
      publication={publication}
      articles={[]}
      latestResponses={[]}
      tags={[]}
      months={[]}
      page={1}
      pages={1}
    />,
  ),
  tag: renderPage(<ListPage {...list} list={{ kind: 'tag', name: 'Eastgate', path: '/tag/eastgate/' }} />),
  month: renderPage(<ListPage {...list} list={{ kind: 'month', year: 2026, month: 3, path: '/2026/03/' }} />),
  archive: renderPage(<ArchivePage publication={publication} months={months} />),
  tags: renderPage(<TagsPage publication={publication} tags={tags} />),
  search: renderPage(
    <SearchPage publication={publication} query="bright milk" hits={hits} total={3} page={1} pages={2} />,
  ),
  'search-none': renderPage(
    <SearchPage publication={publication} query={sample.longWord} hits={[]} total={0} page={1} pages={0} />,
  ),
  history: renderPage(<HistoryPage publication={publication} history={history} />),
  'history-compared': renderPage(
    <HistoryPage publication={publication} history={{ ...history, versions: [], compared: changes }} />,
  ),
  corrections: renderPage(
    <CorrectionsPage
      publication={publication}
      corrections={article.corrections.map((each) => ({ ...each, article, earlier: [each] }))}
      total={43}
      page={2}
      pages={3}
    />,
  ),
  about: renderPage(<ProsePage publication={publication} title="About" path="/about/" html={prose} />),
  document: renderPage(<DocumentPage {...document} />),
  'document-version': renderPage(
    <DocumentVersionPage
      {...document}
      version={document.versions[1] ?? { number: 2, since: null, until: null }}
      changes={{
        from: 1,
        to: 2,
        cut: false,
        blocks: [
          { unchanged: 2 },
          {
            kind: 'item',
            parts: [
              { did: 'kept', text: 'No ' },
              { did: 'out', text: 'advertisements. ' },
              { did: 'in', text: `${sample.longWord} ` },
            ],
          },
        ],
      }}
    />,
  ),
  record: renderPage(<RecordPage publication={publication} record={sample.record} />),
  'record-empty': renderPage(
    <RecordPage
      publication={publication}
      record={{
        ...sample.record,
        lines: [],
        months: [],
        filters: [],
        head: null,
        older: null,
        newer: null,
        found: 0,
      }}
    />,
  ),
  receipt: renderPage(
    <ReceiptPage publication={publication} receipt={sample.receiptView()} letters={null} />,
  ),
  'receipt-removed': renderPage(
    <ReceiptPage
      publication={publication}
      letters={null}
      receipt={sample.receiptView({
        state: 'removed',
        number: 6,
        place: sample.tombstone.place,
        decision: { at: '2026-03-15T08:05:00.000Z', reason: 'Rule 3', sentence: 'No source was given.' },
      })}
    />,
  ),
  'receipt-reasons': renderPage(
    <ReceiptPage
      publication={publication}
      letters={null}
      receipt={sample.receiptView({ state: 'refused' })}
      reasons={sample.reasons()}
    />,
  ),
  'receipt-review-refused': renderPage(
    <ReceiptPage
      publication={publication}
      letters={null}
      receipt={sample.receiptView({ state: 'refused' })}
      reasons={sample.reasons({
        form: { subjectId: 'd', words: sample.longWord, refusal: 'What you say is too long: shorten it.' },
      })}
    />,
  ),
  'receipt-editable': renderPage(
    <ReceiptPage
      publication={publication}
      receipt={sample.editable}
      letters={{ email: sample.longWord, fault: 'This is not a whole e-mail address.', asked: false }}
    />,
  ),
  edit: renderPage(<EditPage publication={publication} receipt={sample.editable} form={sample.emptyForm} />),
  'edit-refused': renderPage(
    <EditPage
      publication={publication}
      receipt={sample.editable}
      form={{
        ...sample.emptyForm,
        values: { ...sample.emptyForm.values, text: sample.longWord },
        refusals: [{ field: 'text', sentence: 'With more than 2 links a response waits for a moderator.' }],
        preview: sample.editable.html,
      }}
    />,
  ),
  ...youPages,
  ...complainPages,
  ...transparencyPages,
  ...reportPages,
  gone: renderPage(<ErrorPage publication={publication} code={410} note="Taken down after a complaint." />),
  unknown: renderPage(<ErrorPage publication={publication} code={418} />),
};
