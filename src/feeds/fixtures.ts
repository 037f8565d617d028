import type { ArticleView } from '../articles/article-view.ts';
import type { CommentSummary } from '../comments/comment-view.ts';
import type { CleanHtml } from '../lib/clean-html.ts';
import type { PublicationView } from '../publication/publication-view.ts';
import { articleItem, commentItem, type Feed } from './feed.ts';

/** What the tests of this folder publish. */
export const publication: PublicationView = {
  title: 'The Wrenmouth Ledger',
  tagline: 'News of the harbour',
  place: 'Wrenmouth',
  url: 'https://ledger.example',
  locale: 'en-GB',
  timeZone: 'Europe/London',
  rules: [],
  privacyNote: '',
  contact: 'desk@ledger.example',
  look: null,
  logo: null,
};

export const article: ArticleView = {
  id: '019cdff4-0000-7000-8000-000000000001',
  path: '/2026/03/12/bridge-toll/',
  title: 'A toll on the bridge',
  standfirst: 'The board votes on Monday & wants £2.',
  publishedAt: '2026-03-12T07:00:00.000Z',
  dated: '2026-03-12T07:00:00.000Z',
  authors: [
    { name: 'Ada Crewe', path: '/author/ada-crewe/' },
    { name: 'نجيب محفوظ', path: '/author/najib/' },
  ],
  tags: [{ name: 'Harbour & port', path: '/tag/harbour-port/' }],
  language: null,
  series: null,
  responses: 2,
  open: true,
  html: '<p>See <a href="/2026/01/02/minutes/?a=1&amp;b=2">the minutes</a>, <a href="#response-1">a response</a> and <a href="https://board.example">the board</a>. ]]></p>' as CleanHtml,
  links: [],
  updatedAt: '2026-03-13T09:30:00.000Z',
  image: null,
  revised: true,
  counts: { published: 2, removed: 1, withdrawn: 0, withheld: 0 },
  lastNumber: 3,
  closed: null,
  corrections: [],
  claims: [],
  closes: [],
  attribution: null,
  losses: [],
  native: true,
};

export const comment: CommentSummary = {
  number: 2,
  name: 'Wilf',
  publishedAt: '2026-03-12T08:15:00.000Z',
  editedAt: null,
  html: '<p>As <a href="#response-1">1</a> says.</p>' as CleanHtml,
  text: 'As 1 says.',
  place: '/2026/03/12/bridge-toll/#response-2',
  path: '/2026/03/12/bridge-toll/responses/2/',
  article: { title: article.title, path: article.path },
};

export const articleFeed: Feed = {
  title: publication.title,
  description: publication.tagline,
  path: '/',
  selfPath: '/feed/',
  updatedAt: article.updatedAt,
  items: [articleItem(publication, { ...article, respondedAt: '2026-03-12T08:15:00.000Z' })],
};

export const commentFeed: Feed = {
  title: `Responses to “${article.title}”`,
  description: '',
  path: article.path,
  selfPath: `${article.path}feed/`,
  updatedAt: comment.publishedAt,
  items: [commentItem(publication, comment)],
};

export const emptyFeed: Feed = { ...articleFeed, description: '', items: [] };
