import type { ArticleSummary, ArticleView } from '../../src/articles/article-view.ts';
import type { ClaimView, OutcomeView } from '../../src/articles/claims/claim-view.ts';
import type {
  CommentSummary,
  CommentView,
  PublishedComment,
  ReceiptView,
  ReplyForm,
  ThreadPage,
  Tombstone,
} from '../../src/comments/comment-view.ts';
import type { CleanHtml } from '../../src/lib/clean-html.ts';
import type { PageMarks } from '../../src/marks/shown/mark-view.ts';
import type { Statement } from '../../src/moderation/statements/statement.ts';
import type { PublicationView } from '../../src/publication/publication-view.ts';
import type { ReasonsView } from '../../src/reading/reviews/reasons-view.ts';
import type { RecordPage } from '../../src/record/record-view.ts';

export const html = (text: string) => text as CleanHtml;

export const publication: PublicationView = {
  title: 'The Wrenmouth Ledger',
  tagline: 'News and argument from Wrenmouth and the estuary, kept.',
  place: 'Wrenmouth',
  url: 'https://ledger.example',
  locale: 'en-GB',
  timeZone: 'Europe/London',
  rules: [
    'Argue with what was said.',
    'Nothing about a private person’s home, health or children.',
    'No accusation of a crime without a source that can be checked.',
  ],
  privacyNote:
    'We keep your words, your name and the time for good, and your network address for 30 days. You may withdraw a response at any time.',
  contact: '4 Tallow Steps, Wrenmouth',
  look: null,
  logo: null,
};

const path = '/2026/03/12/eastgate-toll/';
export const longWord = `Wrenmouth${'swingbridgetollcommittee'.repeat(12)}`;
const body = `<p>Wrenmouth Harbour Board will ask the town council on 26 March to let it charge every vehicle that crosses the Eastgate swing bridge, according to board papers seen by the <i>Ledger</i>. The toll would be £1.40 each way. It would be the first on the crossing since 1931, when the last keeper was paid off and his hut became a tea stall.</p>
<p>The board does not dispute that it is short of money. Its own <a href="https://harbourboard.example/papers/draft-accounts-2026.pdf">draft accounts</a> show £212,000 spent on the bridge’s turning gear in the year to February, against £90,000 set aside.</p>
<h2>What the law allows</h2>
<p>The Wrenmouth Harbour Act of 1868 lets the board “levy such reasonable dues upon carriages as shall maintain the said bridge”. It does not say who decides what is reasonable.</p>
<blockquote><p>You cannot toll a street and call it a bridge.</p></blockquote>
<ul><li>Eastgate has 2,300 households.</li><li>It has one road out.</li></ul>
<p>Mr Peverell did not answer three messages. The board’s clerk, who did, asked that it be pointed out that the bridge is older than the council.</p>`;

function outcome(word: OutcomeView['outcome'], withdrawn: boolean): OutcomeView {
  const by = { id: '0197', title: 'Council throws out bridge toll', path: '/2026/03/27/toll-refused/' };
  const sentence = 'It asked, and the committee refused';
  return { outcome: word, sentence, date: '2026-03-27', publicAt: '2026-03-27T07:00:00.000Z', by, withdrawn };
}

function claim(changes: Partial<ClaimView>): ClaimView {
  return {
    ...{ number: 1, version: 1, passage: 'will ask the town council', claim: 'the board asks the council' },
    ...{ due: '2026-03-26', standing: 'to-come', inText: true, outcome: null, before: [] },
    ...changes,
  };
}

export function articleView(changes: Partial<ArticleView> = {}): ArticleView {
  return {
    id: '0195',
    path,
    language: null,
    series: null,
    title: 'Harbour board to push for a toll on Eastgate swing bridge',
    standfirst:
      'A charge of £1.40 a crossing would pay for a bridge that has stuck eleven times since September. Eastgate, which would pay most of it, has not been asked.',
    publishedAt: '2026-03-12T07:00:00.000Z',
    dated: '2026-03-12T07:00:00.000Z',
    authors: [
      { name: 'Imogen Thrale', path: '/author/imogen-thrale/' },
      { name: 'Bede Hallam', path: '/author/bede-hallam/' },
    ],
    tags: [
      { name: 'Eastgate', path: '/tag/eastgate/' },
      { name: 'Harbour board', path: '/tag/harbour-board/' },
      { name: 'Tolls', path: '/tag/tolls/' },
    ],
    responses: 6,
    open: true,
    html: html(body),
    links: [
      {
        label: 'a',
        url: 'https://harbourboard.example/papers/draft-accounts-2026.pdf',
        text: 'draft accounts',
      },
    ],
    updatedAt: '2026-03-13T16:20:00.000Z',
    image: null,
    revised: true,
    counts: { published: 6, removed: 1, withdrawn: 0, withheld: 0 },
    lastNumber: 7,
    closed: null,
    claims: [
      claim({ number: 1, outcome: outcome('confirmed', false) }),
      claim({ number: 2, standing: 'overdue', inText: false, before: [outcome('denied', true)] }),
      claim({ number: 3, claim: `By 1 October: ${longWord}` }),
    ],
    closes: [
      {
        ...claim({ number: 4 }),
        article: { id: '0196', title: 'Tea stall to close', path: '/2025/01/02/tea-stall/' },
        said: outcome('denied', false),
      },
    ],
    attribution: {
      sources: [
        { class: 'document-full', count: 1, note: 'The board’s papers for 26 March' },
        { class: 'in-room', count: 2, note: longWord },
      ],
      replies: [{ named: 'Mr Peverell', came: 'none', asked: 'three times' }],
    },
    corrections: [
      {
        ...{ number: 1, kind: 'correction', at: '2026-03-13T16:20:00.000Z', changedAt: null },
        ...{ was: 'stuck fourteen times since September', now: `stuck eleven times ${longWord}` },
        ...{ why: 'Fourteen is the number of openings cancelled.', withdrawn: false, earlier: [] },
        ...{ prominence: 'top', revision: 2 },
      },
    ],
    losses: [],
    native: true,
    ...changes,
  };
}

export function comment(number: number, changes: Partial<PublishedComment> = {}): PublishedComment {
  const at = new Date(Date.UTC(2026, 2, 12, 8, 14) + number * 3_600_000).toISOString();
  return {
    state: 'published',
    kind: 'comment',
    number,
    name: `Reader ${number}`,
    unnamed: false,
    url: null,
    publishedAt: at,
    dated: at,
    path: `${path}responses/${number}/`,
    place: `${path}#response-${number}`,
    inReplyTo: null,
    answeredBy: [],
    html: html(`<p>Words of response ${number}: the bolts on the town side are bright.</p>`),
    text: `Words of response ${number}: the bolts on the town side are bright.`,
    links: [],
    sameWriter: [],
    editedAt: null,
    archived: false,
    byStaff: false,
    anonymous: false,
    ...changes,
  };
}

const at = (number: number) => ({ number, place: `${path}#response-${number}` });
const to = (number: number, name: string | null) => ({ ...at(number), name });

export const tombstone: Tombstone = {
  state: 'removed',
  dated: '2026-03-13T22:40:00.000Z',
  number: 6,
  publishedAt: '2026-03-13T22:40:00.000Z',
  path: `${path}responses/6/`,
  place: `${path}#response-6`,
  inReplyTo: null,
  answeredBy: [at(7)],
  goneAt: '2026-03-14T08:05:00.000Z',
  reason: 'Rule 3: no accusation of a crime without a source that can be checked',
  erasedBy: null,
};

export const sevenComments: CommentView[] = [
  comment(1, {
    name: 'Ropewalk',
    answeredBy: [at(2)],
    html: html(
      '<p>As somebody who has run the Eastgate regatta for twenty years I say this is a slap in the face for the people of Eastgate. Mr Peverell has never once stood at that barrier with a child late for school.</p>',
    ),
  }),
  comment(2, {
    name: 'Quay Resident',
    sameWriter: [at(4)],
    inReplyTo: to(1, 'Ropewalk'),
    answeredBy: [at(3), at(5)],
    html: html(
      '<p>As an Eastgate resident I can say that this is NOT <a class="q" href="#response-1">“a slap in the face for the people of Eastgate” <small>[exact, response 1]</small></a>. £1.40 is less than the diesel for going round by Marl Cross, and I have the receipts.</p>',
    ),
  }),
  comment(3, {
    name: 'Half-Tide',
    url: 'https://half-tide.example/',
    editedAt: '2026-03-12T11:20:00.000Z',
    inReplyTo: to(2, 'Quay Resident'),
    answeredBy: [at(4)],
    html: html('<p>The first response is the correct one.</p>'),
  }),
  comment(4, {
    name: 'Quay Resident',
    sameWriter: [at(2)],
    inReplyTo: to(3, 'Half-Tide'),
    links: [{ url: 'https://estuarynotes.example/under-the-deck', text: 'Under the deck' }],
    html: html(
      '<p>An engineer who has been under the deck wrote this:</p><blockquote><p>“The keel-bolts were last renewed when sugar was rationed.”</p></blockquote><p>The whole piece is here: <a rel="ugc nofollow" href="https://estuarynotes.example/under-the-deck">Under the deck</a> [1]</p>',
    ),
  }),
  comment(5, {
    name: 'ليلى من الميناء',
    inReplyTo: to(2, 'Quay Resident'),
    html: html(`<p>My grandmother paid a halfpenny. ${longWord}</p>`),
  }),
  tombstone,
  comment(7, { name: 'Tea Stall', inReplyTo: to(6, null), dated: null, archived: true }),
];

export function thread(comments: CommentView[] = sevenComments, page = 1, pages = 1): ThreadPage {
  return {
    comments,
    page,
    pages,
    path: (number) => (number === 1 ? path : `${path}comment-page-${number}/`),
  };
}

export const hundred = (page: number) =>
  thread(
    Array.from({ length: 100 }, (_, index) => comment((page - 1) * 100 + index + 1)),
    page,
    13,
  );

export const emptyForm: ReplyForm = {
  articlePath: path,
  values: { name: '', text: '', email: '', url: '', in_reply_to: '' },
  refusals: [],
  preview: null,
  answering: null,
};

export const refusedForm: ReplyForm = {
  articlePath: path,
  values: {
    name: 'Quay-Resident',
    text: '\nI walked the deck on Sunday with a torch.\n\n“Another winter” is one too many. </textarea>',
    email: 'quay@eastgate',
    url: '',
    in_reply_to: '6',
  },
  refusals: [
    {
      field: 'name',
      sentence: '“Quay-Resident” would be taken for Quay Resident, who wrote 2 and 4. Choose another name.',
    },
    { field: 'email', sentence: 'The part after @ has no full stop in it.' },
    { field: 'in_reply_to', sentence: 'Response 6 was removed and cannot be answered.' },
    { field: null, sentence: 'Two responses a minute are enough: wait a little.' },
  ],
  preview: html('<p>I walked the deck on Sunday with a torch.</p>'),
  answering: { number: 6, name: null },
};

const titles = [
  'Council throws out bridge toll, and is left with the bridge',
  'The library counts its umbrellas and finds itself in credit',
  'School crossing: the county’s own figures, read slowly',
  'Readmitted? The allotment society’s longest meeting',
  'A short history of the tea stall, in receipts',
  'Nineteen ways to spell Sluice Lane, all of them official',
  `Ferry to lose its last boat ${longWord}`,
];

export const summaries: ArticleSummary[] = titles.map((title, index) => ({
  id: `${index}`,
  path: `/2026/03/${27 - index}/a${index}/`,
  title,
  standfirst:
    index % 2 === 0 ? 'A table on page 41 says one thing. The paragraph above it says another.' : null,
  publishedAt: `2026-03-${27 - index}T06:30:00.000Z`,
  dated: index === 5 ? null : `2026-03-${27 - index}T06:30:00.000Z`,
  authors: index === 4 ? [] : [{ name: 'Imogen Thrale', path: '/author/imogen-thrale/' }],
  tags: [{ name: 'Town council', path: '/tag/town-council/' }],
  language: index === 6 ? 'cy' : null,
  responses: [3, 17, 1, 0, 1204, 12, 33][index] ?? 0,
  open: index !== 6,
}));

export const latest: CommentSummary[] = [
  ['Tea Stall', 'I have served every one of them, and there are not two who agree on milk.'],
  [
    'ليلى من الميناء',
    `My grandmother paid a halfpenny and was given a ticket with the date on it. ${longWord}`,
  ],
].map(([name = '', text = ''], index) => ({
  number: index + 5,
  name,
  publishedAt: '2026-03-14T10:20:00.000Z',
  editedAt: null,
  html: html(`<p>${text}</p>`),
  text,
  place: `${path}#response-${index + 5}`,
  path: `${path}responses/${index + 5}/`,
  article: { title: 'Harbour board to push for a toll on Eastgate swing bridge', path },
}));

export const tags = [
  { name: 'Eastgate', path: '/tag/eastgate/', count: 12 },
  { name: 'Harbour board', path: '/tag/harbour-board/', count: 1 },
  { name: longWord, path: '/tag/long/', count: 3 },
];

export const months = [
  { year: 2026, month: 3, count: 31, path: '/2026/03/' },
  { year: 2026, month: 2, count: 1, path: '/2026/02/' },
  { year: 2025, month: 12, count: 9, path: '/2025/12/' },
];

export const record: RecordPage = {
  narrowing: {
    kind: 'removed',
    asked: { article: 'Bridge', reason: 'rule-3', role: '', regime: 'uk-s5', from: '2026-01-01', to: '' },
    regimes: [{ code: 'uk-s5', label: 'Defamation Act 2013, section 5' }],
    reasons: [
      {
        code: 'rule-3',
        label: 'Rule 3: Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamter.',
      },
    ],
  },
  found: 12,
  months: ['01', '02', '03'].map((month, index) => ({
    month: `2026-${month}`,
    removed: 31 - index * 6,
    restored: index * 3,
  })),
  head: {
    seq: 48211,
    hash: '7f3a91c05be244d80c17e6a982f53b60d94e1a7c60b3f28e5c09a4d137e8b62f',
    at: '2026-03-27T12:00:00.000Z',
  },
  witnessed: 48190,
  filters: [
    { label: 'All', path: '/record/', count: 48211, current: true },
    { label: 'Removed', path: '/record/?kind=removed', count: 1402, current: false },
  ],
  older: '/record/?before=48210',
  newer: null,
  lines: [
    {
      seq: 48211,
      at: '2026-03-27T11:08:00.000Z',
      heading: 'Response 6 removed',
      by: 'By a moderator.',
      reason: 'Rule 3: no accusation of a crime without a source that can be checked.',
      on: { title: 'Harbour board to push for a toll on Eastgate swing bridge', path },
      hash: '7f3a91c05be244d80c17e6a982f53b60d94e1a7c60b3f28e5c09a4d137e8b62f',
    },
    {
      seq: 48210,
      at: '2026-03-27T06:30:00.000Z',
      heading: 'Article published',
      by: 'By the editor.',
      reason: null,
      on: null,
      hash: 'a31f09be5be244d80c17e6a982f53b60d94e1a7c60b3f28e5c09a4d137e8b62f',
    },
  ],
};

export function receiptView(changes: Partial<ReceiptView> = {}): ReceiptView {
  return {
    path: '/receipt/k3f9/',
    state: 'held',
    name: 'Marl Cross',
    html: html('<p>They will come by my gate instead, four and a half miles of them.</p>'),
    source: 'They will come by my gate instead, four and a half miles of them.',
    editedAt: null,
    editableUntil: null,
    postedAt: '2026-03-14T10:52:00.000Z',
    number: null,
    place: null,
    article: { id: 'a', title: 'Harbour board to push for a toll on Eastgate swing bridge', path },
    decision: null,
    ...changes,
  };
}

const reasoned: Statement = {
  ...{ id: 'd', at: '2026-03-15T08:05:00.000Z', restriction: 'refused', territory: 'everywhere' },
  ...{ suspended: null, duration: { kind: 'lasting', until: null }, source: 'report', by: 'moderator' },
  ...{ filters: ['links', longWord], automatedDetection: true, automatedDecision: false },
  response: {
    ...{ id: 'c', number: null, postedAt: '2026-03-14T10:52:00.000Z' },
    article: { id: 'a', title: `${longWord} ليلى من الميناء`, path, language: null },
  },
  ground: {
    kind: 'rule',
    code: 'rule-3',
    label: `Rule 3: ${longWord}`,
    why: 'ليلى من الميناء',
    notice: null,
  },
};

const suspended: Statement = {
  ...{ ...reasoned, id: 's', restriction: 'suspended', suspended: { whom: 'address', endedAt: null } },
  duration: { kind: 'until', until: '2026-04-15T08:05:00.000Z' },
};

const review = {
  ...{ id: 'r', subject: 'decision' as const, subjectId: 'e', commentId: 'c', askedBy: 'writer' as const },
  ...{ words: `${longWord}\n\nليلى من الميناء`, askedAt: '2026-03-15T09:00:00.000Z' },
  ...{ decidedAt: '2026-03-16T09:00:00.000Z', outcome: 'upheld-by-same' as const, sentence: longWord },
  ...{ byRole: 'owner', standing: 'decided' as const },
};

/** The reasons of a refusal, and of a decision before it, with long words and words from right to left. */
export function reasons(changes: Partial<ReasonsView> = {}): ReasonsView {
  return {
    statements: [reasoned, { ...reasoned, id: 'e', restriction: 'withheld' }, suspended],
    ...{ reviews: [review], months: 6, now: '2026-03-17T09:00:00.000Z', form: null },
    ...changes,
  };
}

/** A receipt of a published response whose words may still be changed. */
export const editable: ReceiptView = receiptView({
  state: 'published',
  number: 6,
  place: `${path}#response-6`,
  editedAt: '2026-03-14T10:55:00.000Z',
  editableUntil: '2026-03-14T11:02:00.000Z',
});

/** What is marked in and about the first three responses, and in the article. */
export const marks: PageMarks = {
  responses: new Map([
    [
      1,
      {
        ...{ quotations: [], references: [], quotedBy: [2, 3], referredBy: [3, 4, 5, 7, 8, 9] },
        passages: [
          { number: 2, position: 0, paragraph: 0, from: 76, to: 121 },
          { number: 3, position: 0, paragraph: 0, from: 99, to: 121 },
        ],
      },
    ],
    [
      2,
      {
        ...{ references: [], quotedBy: [], referredBy: [3], passages: [] },
        quotations: [
          {
            ...{
              position: 0,
              start: { paragraph: 0, at: 50 },
              end: { paragraph: 0, at: 95 },
              verdict: 'exact',
            },
            source: { kind: 'comment', number: 1, gone: null, isEarlier: false },
            ...{ isDrawn: true, difference: null },
          },
          {
            ...{
              position: 1,
              start: { paragraph: 0, at: 98 },
              end: { paragraph: 0, at: 127 },
              verdict: 'altered',
            },
            source: { kind: 'comment', number: 6, gone: 'removed', isEarlier: false },
            isDrawn: true,
            difference: [
              { did: 'kept', text: 'a slap in the face ' },
              { did: 'out', text: 'for ' },
              { did: 'in', text: 'to ' },
              { did: 'kept', text: 'the people' },
            ],
          },
        ],
      },
    ],
    [
      3,
      {
        ...{ quotations: [], quotedBy: [], referredBy: [], passages: [] },
        references: [{ paragraph: 0, from: 0, to: 18, target: 1, gone: null }],
      },
    ],
  ]),
  article: [],
};

/** A preview with its switches. */
export const markedForm: ReplyForm = {
  ...emptyForm,
  preview: html('<p>The first response is right.</p>'),
  choices: [
    { key: 'abcdefghijkl', kind: 'reference', text: 'The first response', isOff: false },
    { key: 'abcdefghijkm', kind: 'quotation', text: longWord, isOff: true },
  ],
};
