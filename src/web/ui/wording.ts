import { arrangingWording } from './arranging-wording.ts';
import { chartWords } from './chart-wording.ts';
import { citeWords } from './cite-wording.ts';
import { attributionWords, claimWords } from './claim-wording.ts';
import { complainWords, noticeToWriterWords } from './complain-wording.ts';
import { colophonWording, conversationWording, responseColophonWording } from './conversation-wording.ts';
import { correctionWords } from './correction-wording.ts';
import { documentWords } from './document-wording.ts';
import { historyWords } from './history-wording.ts';
import { keptWords } from './kept-wording.ts';
import { markWording } from './mark-wording.ts';
import { nameWords } from './name-wording.ts';
import { pictureWords } from './picture-wording.ts';
import { publishingWording } from './publishing-wording.ts';
import { receiptWords } from './receipt-wording.ts';
import { reportWords } from './report-wording.ts';
import { seriesWording } from './series-wording.ts';
import { writingAgainWording } from './writing-again-wording.ts';
import { youWords } from './you-wording.ts';

/** Responses of one article, by what readers see of them. */
export type ResponseCounts = { published: number; removed: number; withdrawn: number; withheld: number };

/** Everything that the interface says, in one language: another language is another object of this type. */
export type Wording = typeof english;

/** The wording for a BCP 47 locale. English is the only one so far. */
export function wordingFor(_locale: string): Wording {
  return english;
}

const figures = new Intl.NumberFormat('en-GB');
const count = (number: number) => figures.format(number);

function gone({ removed, withdrawn, withheld }: ResponseCounts): string {
  const parts = [
    removed > 0 && `${count(removed)} removed`,
    withdrawn > 0 && `${count(withdrawn)} withdrawn`,
    withheld > 0 && `${count(withheld)} withheld`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

export const english = {
  count,
  quoted: (text: string) => `“${text}”`,
  kept: keptWords,
  cite: citeWords,
  report: reportWords,
  complain: complainWords,
  noticeToWriter: noticeToWriterWords,
  ...conversationWording,
  you: youWords,
  names: nameWords,

  // Every page
  skip: 'Skip to the content',
  publicationNav: 'Publication',
  nav: {
    front: 'Front page',
    archive: 'Archive',
    tags: 'Tags',
    corrections: 'Corrections',
    record: 'The record',
    search: 'Search',
    about: 'About',
    rules: 'Rules for responses',
    privacy: 'Privacy',
  },
  readers: 'Readers',
  feedsHeading: 'Feeds',
  feeds: {
    rss: 'Articles, RSS',
    atom: 'Articles, Atom',
    json: 'Articles, JSON',
    responses: 'Responses, RSS',
  },
  publishedWith: 'Published with Hustings.',

  // Lists of articles
  readOn: 'Read on',
  article: {
    by: 'By',
    guestWriter: 'Guest writer:',
    originalDateUnknown: 'Original date unknown',
    revised: 'Revised',
    fromArchive: 'Date and name as in the archive',
    tags: 'Tags:',
    losses: 'What the archive copy had lost',
  },
  responses: (number: number) =>
    number === 0 ? 'No responses yet' : number === 1 ? '1 response' : `${count(number)} responses`,
  articles: (number: number) => (number === 1 ? '1 article' : `${count(number)} articles`),
  closedMark: 'Closed',
  pagesLabel: 'Pages',
  pageOf: (page: number, pages: number) => `Page ${count(page)} of ${count(pages)}`,
  olderArticles: 'Older articles',
  newerArticles: 'Newer articles',
  articlesPage: (page: number) => `Articles, page ${count(page)}`,
  earlier: 'Earlier',
  latestResponses: 'Latest responses',
  responseOn: (number: number, title: string) => `${count(number)} on ${title}`,
  allTags: 'All tags',
  wholeArchive: 'The whole archive',
  nothingYet: 'Nothing is published here yet.',
  nothingYetHint: 'The first article will stand here. The feeds below will carry it.',
  tagged: (name: string) => `Articles tagged ${name}`,
  writtenBy: (name: string) => `Articles by ${name}`,
  inMonth: (month: string) => `Articles of ${month}`,
  noArticles: 'No article is listed here.',
  noTags: 'No article has a tag yet.',

  // An article's colophon
  colophon: {
    by: (names: string) => `, by ${names}`,
    published: (date: string) => ` Published ${date}.`,
    revised: (date: string) => ` Revised ${date}.`,
    ...colophonWording,
    responses: (counts: ResponseCounts, open: boolean) =>
      ` Responses: ${count(counts.published)}${gone(counts)}, ${open ? 'open' : 'closed'}.`,
    here: 'Here:',
  },

  document: documentWords,
  claims: claimWords,
  attribution: attributionWords,
  chart: chartWords,
  corrections: correctionWords,
  history: historyWords,
  replacedPictures: pictureWords,
  ...writingAgainWording,
  marks: markWording,
  ...publishingWording,
  ...arrangingWording,
  ...seriesWording,

  // Responses
  /** `6 Responses to “Title” (1 removed, 2 withdrawn)`. */
  responsesTo(counts: ResponseCounts, title: string): string {
    const { published } = counts;
    const lead = published === 0 ? 'No' : published === 1 ? 'One' : count(published);
    return `${lead} ${published === 1 ? 'Response' : 'Responses'} to “${title}”${gone(counts)}`;
  },
  numbered: (last: number) =>
    `Numbered 1 to ${count(last)} in the order of publication. No number is used again.`,
  onlyOne: 'Numbered in the order of publication. No number is used again.',
  responsesFeed: 'Feed of these responses',
  responsesFeedOf: (title: string) => `Responses to “${title}”`,
  says: 'says:',
  pingback: 'Pingback:',
  sameWriter: 'Same writer as',
  andOthers: ' and others',
  dateUnknown: 'Date unknown',
  archivedName: 'Name as in the archive',
  inReplyTo: 'In reply to',
  answeredBy: 'Answered by',
  replyTo: (number: number) => `Reply to ${count(number)}`,
  responseColophon: responseColophonWording,
  tombstone: {
    removed: 'Removed',
    withdrawn: 'Withdrawn',
    withheld: 'Withheld',
    published: 'Published',
    wasRemoved: 'This response was removed.',
    wasErased: (by: string) => `This response was erased by ${by}.`,
    wasWithheld: 'This response is withheld while a complaint is considered.',
    wasWithdrawn: 'Its writer withdrew this response.',
    reason: (reason: string) => `Reason: ${/[.!?]$/.test(reason) ? reason : `${reason}.`}`,
    numberStays: 'Its number stays.',
    record: 'The record says when and by whom',
  },
  thread: {
    label: 'Pages of responses',
    labelBelow: 'Pages of responses, below',
    range: (from: number, to: number, last: number) =>
      `Responses ${count(from)} to ${count(to)} of ${count(last)}`,
    first: 'First',
    previous: 'Previous',
    next: 'Next',
    newest: 'Newest',
    title: (title: string, page: number) => `${title}, responses, page ${count(page)}`,
  },

  // The form
  reply: {
    heading: 'Leave a Reply',
    note: 'No account is needed. The name is yours to choose.',
    answering: 'You are answering',
    name: 'Name',
    nameHint: 'As it will appear. It need not be your own.',
    inReplyTo: 'In reply to',
    inReplyToNumber: 'In reply to number',
    inReplyToHint: 'The article, or one of its responses.',
    inReplyToNumberHint: 'Leave it empty to answer the article.',
    theArticle: 'The article',
    option: (number: number, name: string) => `${count(number)}, ${name}`,
    text: 'Your response',
    textHint: 'Start a line with > to quote. A blank line makes a paragraph.',
    email: 'E-mail, if you like',
    emailHint: 'Never shown, and used only about your own words.',
    url: 'Your page, if you like',
    urlHint: 'Linked from your name.',
    trap: 'Leave this empty',
    post: 'Post response',
    preview: 'Preview',
    previewAgain: 'Preview again',
    previewHeading: 'Preview: not sent yet',
    proving:
      'Very many responses are arriving, so your browser is working a moment to show that it is no machine of theirs. Then yours is sent; nothing you typed is lost.',
    refused: 'Your response was not posted. Your words are kept.',
    rules: 'The rules',
    rulesLink: 'The rules in full, and how to object to a decision',
    privacy: 'Your privacy',
    privacyLink: 'The notice in full',
    closed: 'Responses are closed.',
    keptWords: 'Your words, to copy',
  },

  // Search
  search: {
    heading: 'Search',
    label: 'Search articles and responses',
    button: 'Search',
    prompt: 'Type a word or two. Articles and responses are searched together.',
    results: (query: string) => `Search: ${query}`,
    found: (number: number) =>
      number === 1 ? 'One place was found.' : `${count(number)} places were found.`,
    nothing: (query: string) => `Nothing here contains “${query}”.`,
    nothingHint: 'Try fewer words, or another spelling of a name.',
    response: (number: number, title: string) => `Response ${count(number)} to “${title}”`,
    older: 'More results',
    newer: 'Earlier results',
  },

  // The record
  record: {
    heading: 'The record',
    intro:
      'Everything that was published, revised, removed, withdrawn or restored here, by whom and why. Lines are added; none is changed or taken out. It never repeats the words of a response.',
    checkpoint: 'Latest line,',
    lines: 'Lines',
    hash: 'Hash',
    check:
      'Each line’s hash follows from the line and from all lines before it. If anybody alters an old line, this hash no longer follows. To check it yourself, without asking us,',
    download: 'download the record',
    andRun: 'and run',
    asLog: 'Programs that check other logs can check this one:',
    signed: 'signed checkpoint',
    key: 'its key',
    witnessed: (lines: string) => `Witnesses outside have cosigned it up to line ${lines}:`,
    cosigned: 'the checkpoint with their signatures',
    decisions: 'Decisions',
    kinds: 'Kinds of line',
    line: (seq: number) => `Line ${count(seq)}`,
    on: 'On',
    hashLabel: 'Hash:',
    older: 'Older lines',
    newer: 'Newer lines',
    range: (from: number, to: number) => `Lines ${count(from)} to ${count(to)}`,
    empty: 'Nothing is in the record yet.',
  },

  // A writer's own page
  receipt: receiptWords,

  // Errors
  errors: {
    400: ['This request could not be read', 'Go back, and send it again from the page where it began.'],
    403: ['This is not allowed', 'If you sent a form, send it again from the page where it stands.'],
    404: [
      'There is no page here',
      'The address may be mistyped. The search and the archive list everything.',
    ],
    405: ['This address does not take that', 'Open it as a page, or send the form from where it stands.'],
    410: ['This page is gone', 'It was here and was taken down.'],
    413: ['That is too long', 'Go back, shorten it, and send it again. Nothing was stored.'],
    429: ['Too much at once', 'Wait a few minutes, then go back and send it again. Nothing was stored.'],
    500: ['Something broke here', 'It is not your doing, and it has been noted. Try again in a minute.'],
  } as Record<number, [title: string, advice: string]>,
  otherError: ['This did not work', 'Go back and try again, or begin at the front page.'] as [string, string],
  errorCode: (code: number) => `Error ${code}.`,
  toFront: 'To the front page',
};
