import type { OwnView } from '../../src/pseudonyms/what-is-kept.ts';
import { OwnLinkPage } from '../../src/reading/own-responses/link-page.tsx';
import { OwnResponsesPage } from '../../src/reading/own-responses/own-responses-page.tsx';
import { ClaimedPage, LinkPage, PhrasePage, YouPage } from '../../src/reading/you/you-page.tsx';
import { renderPage } from '../../src/web/ui/render-page.ts';
import { longWord, publication } from './samples.ts';

const at = '2026-03-12T07:00:00.000Z';
const long = longWord.slice(0, 60);
const newest = [
  { number: 3, article: { title: 'The bridge is stuck', path: '/2026/03/12/bridge/' } },
  { number: 1204, article: { title: `Ferry ${longWord}`, path: '/2026/03/10/ferry/' } },
];
const own: OwnView = {
  writerId: 'w',
  names: [
    { id: 'a', name: 'Half-Tide', state: 'held', until: null, published: 2, newest },
    { id: 'b', name: 'ليلى من الميناء', state: 'waiting', until: at, published: 0, newest: [] },
    { id: 'c', name: long, state: 'lapsed', until: at, published: 0, newest: [] },
    { id: 'd', name: 'Bollard', state: 'given-up', until: null, published: 1, newest: newest.slice(0, 1) },
  ],
  keys: [
    { id: 'a', kind: 'browser', madeAt: at, here: true, content: null },
    { id: 'b', kind: 'browser', madeAt: at, here: false, content: null },
    { id: 'c', kind: 'phrase', madeAt: at, here: false, content: null },
    { id: 'd', kind: 'email', madeAt: at, here: false, content: `${long}@post.example` },
    { id: 'e', kind: 'passkey', madeAt: at, here: false, content: null },
  ],
};
const nobody: OwnView = { writerId: null, names: [], keys: [] };
const erase = { depth: '', sure: '', faults: [] };
const slip = {
  ...{ depth: 'words', sure: longWord },
  faults: [{ field: 'sure' as const, sentence: 'Type the word erase.' }],
};
const link = { token: 't', email: `${long}@post.example`, count: 1, reports: 2 };
const phrase = 'lusab babad gutih tugad mudof sakat';
const wrong = { form: 'bring-phrase', field: 'phrase', sentence: `Wrong: ${longWord}`, typed: longWord };
const other = {
  form: 'bring-phrase',
  field: 'let_go',
  sentence: 'This browser holds others.',
  typed: phrase,
};

/** A writer's own page in each of its states. */
export const youPages: Record<string, string> = {
  you: renderPage(<YouPage {...{ publication, own, mail: true, done: 'taken', refusal: null }} />),
  'you-refused': renderPage(<YouPage {...{ publication, own, mail: true, done: null, refusal: other }} />),
  'you-nobody': renderPage(
    <YouPage {...{ publication, own: nobody, mail: false, done: null, refusal: wrong }} />,
  ),
  'you-phrase': renderPage(<PhrasePage publication={publication} phrase={phrase} />),
  'you-link': renderPage(
    <LinkPage
      {...{
        publication,
        token: 't',
        purpose: 'bring-names',
        holds: true,
        isElsewhere: false,
        refusal: 'No.',
      }}
    />,
  ),
  'you-link-over': renderPage(
    <LinkPage
      {...{ publication, token: 't', purpose: null, holds: false, isElsewhere: false, refusal: null }}
    />,
  ),
  'you-link-elsewhere': renderPage(
    <LinkPage
      {...{
        publication,
        token: 't',
        purpose: 'confirm-email',
        holds: true,
        isElsewhere: true,
        refusal: 'No.',
      }}
    />,
  ),
  'own-nothing-asked': renderPage(
    <OwnResponsesPage
      {...{ publication, own: null, erase, erased: false, asked: false }}
      letter={{ email: longWord, fault: `“${longWord}” is not an e-mail address.` }}
    />,
  ),
  'own-link': renderPage(<OwnLinkPage {...{ publication, link, erase: slip, erased: false }} />),
  'own-link-over': renderPage(<OwnLinkPage {...{ publication, link: null, erase, erased: false }} />),
  'you-claimed': renderPage(
    <ClaimedPage publication={publication} claimed={{ responses: 2, held: ['Mike'], heldHere: [long] }} />,
  ),
};
