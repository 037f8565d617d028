import { count } from './phrases.ts';

/** The first page of the desk. */
export const homeWords = {
  // Home
  home: {
    heading: (name: string) => `Good to see you, ${name}`,
    held: 'Held',
    nothingHeld: 'Nothing is held.',
    heldNow: (held: number) => (held === 1 ? '1 response is held.' : `${count(held)} responses are held.`),
    oldest: (waited: string) => `The oldest has waited ${waited}.`,
    toQueue: 'To the queue',
    toResponses: 'Responses that were decided',
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
