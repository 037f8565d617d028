import { count } from './phrases.ts';

/** The first page of the desk. */
export const homeWords = {
  // Home
  home: {
    heading: (name: string) => `Good to see you, ${name}`,
    held: 'Waiting for a decision',
    nothingHeld: 'Nothing waits.',
    waits: {
      held: (held: number) => (held === 1 ? '1 response is held.' : `${count(held)} responses are held.`),
      report: (some: number) =>
        some === 1 ? '1 response is reported.' : `${count(some)} responses are reported.`,
      review: (some: number) =>
        some === 1 ? '1 review is asked for.' : `${count(some)} reviews are asked for.`,
      case: (open: number) => (open === 1 ? '1 complaint is open.' : `${count(open)} complaints are open.`),
    },
    oldest: (waited: string) => `The oldest has waited ${waited}.`,
    toQueue: 'To the queue',
    toResponses: 'Responses that were decided',
    nothingToDo: 'Nothing needs you now.',
    newest: 'The newest:',
    toJobs: 'To the failed jobs',
    claims: 'Follow-ups',
    noClaims: 'No claim has come due.',
    overdueSince: 'overdue since',
    dueOn: 'due',
    allClaims: (claims: number) => `All ${count(claims)} that came due`,
    toClaims: 'To the claims',
    reviews: 'To be read',
    noReviews: 'Nobody waits for a second reader.',
    asked: 'asked',
    allReviews: (drafts: number) => `All ${count(drafts)} that wait`,
    scheduled: 'Scheduled',
    noneScheduled: 'No article has a time set.',
    appears: 'appears',
    allScheduled: (articles: number) => `All ${count(articles)} that are scheduled`,
    mine: 'Yours',
    others: 'Others’',
    allDrafts: (drafts: number) => `All ${count(drafts)} drafts`,
    drafts: 'Drafts',
    noDrafts: 'No article is a draft.',
    write: 'Write an article',
    published: 'Recently published',
    nonePublished: 'Nothing is published yet.',
    allArticles: 'All articles',
    changed: 'changed',
    yourOwn: 'Start your own',
    demo: 'What stands here is the demo publication: its people and its news are invented. For a publication of your own, on the server, in a new data folder:',
    init: 'HUSTINGS_DATA=./mine bin/hustings init --title "TITLE" --url https://ADDRESS',
    serve: 'HUSTINGS_DATA=./mine HUSTINGS_URL=https://ADDRESS bin/hustings serve',
  },
};
