import type { Role } from '../staff/roles.ts';

/** Everything that the desk says, in one language: another language is another object of this type. */
export type DeskWording = typeof english;

/** The desk's wording for a BCP 47 locale. English is the only one so far. */
export function deskWordingFor(_locale: string): DeskWording {
  return english;
}

const figures = new Intl.NumberFormat('en-GB');
const count = (number: number) => figures.format(number);
const some = (number: number, one: string, many: string) => `${count(number)} ${number === 1 ? one : many}`;

/** “6 min”, “1 h 52 min”, “3 days”. */
function duration(milliseconds: number): string {
  const minutes = Math.max(0, Math.floor(milliseconds / 60_000));
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return some(Math.floor(hours / 24), 'day', 'days');
}

const seconds = (number: number) => some(number, 'second', 'seconds');

export const english = {
  count,
  duration,
  roles: {
    owner: 'owner',
    editor: 'editor',
    author: 'author',
    moderator: 'moderator',
  } satisfies Record<Role, string>,

  // Every page
  desk: 'Desk',
  skip: 'Skip to the content',
  nav: {
    home: 'Desk',
    queue: (held: number) => `Queue ${count(held)}`,
    articles: 'Articles',
    responses: 'Responses',
    record: 'Record',
  },
  signOut: 'Sign out',
  pages: 'Pages',
  newer: 'Newer',
  older: 'Older',
  next: 'Next',
  previous: 'Previous',
  kept: 'Your words, kept',
  keptHint: 'Nothing was stored. Copy what you want to keep.',
  refused: 'Nothing was changed. What you typed is kept.',
  back: 'To the desk',

  // Turned away
  away: {
    401: {
      heading: 'You are not signed in',
      sentence: 'Your session has ended, so nothing was done. Sign in again, then send this once more.',
      link: 'To signing in',
    },
    403: {
      heading: 'This is not yours to do',
      sentence: (role: Role) =>
        `Your part here is ${role}, and this needs another. Ask an owner or an editor of the publication.`,
    },
    404: {
      heading: 'There is no page here',
      sentence: 'There is nothing at this address of the desk.',
    },
    405: {
      heading: 'This address does not take that',
      sentence: 'Go back, and send the form again from the page where it stands.',
    },
    409: { heading: 'It was decided already' },
    413: { heading: 'That is too long' },
    415: { heading: 'This could not be read' },
  },

  // Signing in
  signIn: {
    heading: 'Sign in to the desk',
    ready: 'This link signs you in once, here, in this browser.',
    button: 'Sign in',
    how: 'The desk has no passwords. A one-time link signs you in, and works for an hour.',
    ask: 'Ask whoever looks after the server for one. They make it with this command:',
    command: 'bin/hustings staff link EMAIL',
    refused: 'You are not signed in',
    broken: 'This link is not whole: open it again as it was given to you.',
    out: 'You are signed out.',
  },

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

  // Held responses
  queue: {
    heading: (held: number) => `${count(held)} held`,
    order: 'Oldest first.',
    waiting: (least: string, most: string) =>
      least === most ? `Waiting: ${least}` : `Waiting: ${least} to ${most}`,
    filters: 'Filters',
    byArticle: 'By article',
    all: 'All',
    empty: 'Nothing waits for a decision.',
    rules: 'The rules',
    waited: (text: string) => `waiting ${text}`,
    heldBecause: 'Held because:',
    because: {
      first: 'first by this writer',
      all: 'everybody is held',
      links: 'links',
      honeypot: 'hidden field filled in',
    } as Record<string, string>,
    noReason: 'no reason was kept',
    links: (number: number) => some(number, 'link', 'links'),
    page: 'Their page:',
    on: 'on',
    inReplyTo: (number: number) => `In reply to ${count(number)}`,
    targetGone: 'That response is no longer shown.',
    release: 'Release',
    undo: 'Undo',
    remove: 'Remove…',
    the: (name: string) => ` the response by ${name}`,
    takesEffect: (left: number) =>
      left <= 0 ? 'Release takes effect now.' : `Release takes effect in ${seconds(left)}.`,
    releaseOf: 'Release of',
    takesEffectIn: (left: number) => (left <= 0 ? 'takes effect now.' : `takes effect in ${seconds(left)}.`),
  },

  // Removing
  removal: {
    legend: 'Remove: for which reason?',
    sentence: 'A sentence to the writer, if you like',
    says: 'The public record will say that a response was removed, when, by whose part and for which reason. It will not repeat the words or your sentence.',
    button: 'Remove',
    restore: 'Restore',
    choose: 'Choose a reason for the removal.',
    tooLong: (most: number) =>
      `The sentence to the writer is longer than ${count(most)} characters: shorten it.`,
    heading: 'Not removed yet',
  },

  // Decided and published responses
  responses: {
    heading: 'Responses',
    under: 'Under',
    intro: 'Published and decided, newest first.',
    everyState: 'All',
    states: {
      held: 'Held',
      published: 'Published',
      removed: 'Removed',
      refused: 'Refused while held',
      withdrawn: 'Withdrawn',
      erased: 'Erased',
    },
    byState: 'By state',
    byArticle: 'By article',
    everyArticle: 'All articles',
    find: 'Find by number',
    number: 'Number of the response',
    show: 'Show',
    empty: 'No response is listed here.',
    notShown: 'Its words are no longer shown, to nobody.',
    asReaders: 'As readers see it',
    decisions: {
      release: 'Released',
      remove: 'Removed',
      refuse: 'Refused while held',
      restore: 'Restored',
      withdraw: 'Withdrawn by its writer',
    } as Record<string, string>,
    by: (name: string, role: string) => `by ${name}, ${role}`,
    byRole: (role: string) => `by ${role}`,
    told: 'Told to the writer:',
  },

  // What was done just now
  done: {
    published: (number: number) => `is published as response ${count(number)}.`,
    held: 'is held again: the release was undone.',
    removed: 'was removed. Its number stays.',
    refused: 'was removed. It gets no number.',
    restored: (number: number) => `is restored, as response ${count(number)}.`,
    response: 'The response by',
  },

  // Articles
  articles: {
    heading: 'Articles',
    write: 'Write an article',
    filters: 'Filters',
    state: 'State',
    all: 'All',
    drafts: 'Drafts',
    published: 'Published',
    untitled: 'Without a title',
    states: { draft: 'Draft', published: 'Published', withdrawn: 'Withdrawn' },
    changed: 'Changed',
    see: 'Read it',
    responses: 'Responses',
    of: (title: string) => ` of ${title}`,
    empty: 'No article is listed here.',
  },

  editor: {
    newTitle: 'Writing an article',
    title: (title: string) => `Writing: ${title}`,
    labels: {
      title: 'Title',
      standfirst: 'Standfirst',
      body: 'Text',
      format: 'Format',
      byline: 'By',
      tags: 'Tags',
      slug: 'Last part of the address',
      policy: 'New responses',
      closeAfterDays: 'Responses close after so many days',
    },
    hints: {
      title: 'One line.',
      standfirst: 'One or two sentences under the title, or nothing.',
      body: 'A blank line makes a paragraph.',
      byline: 'Names, apart by commas.',
      tags: 'Apart by commas.',
      slug: 'Empty: made of the title.',
      slugFixed: 'Published: the address stays as it is.',
      closeAfterDays: 'Empty: as the publication. 0: never.',
    },
    formats: { markdown: 'Markdown', html: 'HTML' },
    policies: {
      '': 'As the publication',
      open: 'Published at once',
      'first-held': 'A writer’s first is held',
      'all-held': 'All are held',
      closed: 'Closed',
    },
    about: 'About this article',
    who: 'Names and tags',
    where: 'Address',
    responses: 'Responses',
    saveDraft: 'Save draft',
    save: 'Save the change',
    preview: 'Preview',
    previewAgain: 'Preview again',
    publish: 'Publish now',
    saveOver: 'Save over it',
    previewHeading: 'Preview: nothing is saved yet',
    publishedBy: 'An editor publishes it.',
    notYours: 'It is published: only an editor or an owner changes it. You may preview a change and copy it.',
    words: (number: number) => some(number, 'word', 'words'),
    status: {
      new: 'Not saved yet.',
      draft: 'Draft, saved',
      published: 'Published. Last saved',
      withdrawn: 'Withdrawn. Last saved',
    },
    done: { saved: 'Saved.', published: 'Published.' } as Record<string, string>,
    readIt: 'Read it as published',
    refused: 'This was not saved. Everything you typed is kept.',
    stale:
      'Somebody changed this article while you had it open. Your words are below and not saved. Open the newer version beside them, or save over it.',
    newer: 'The newer version',
    forbiddenPublish: 'An author may write but not publish: save it as a draft, and ask an editor.',
    forbiddenChange: 'It is published, and an author may not change what is published: ask an editor.',
    kept: 'The article, as you typed it',
  },

  // The record
  record: {
    heading: 'Record',
    intro: 'The newest lines first.',
    withPrivate: 'Private lines are marked; readers see only that they exist.',
    line: (seq: number) => `Line ${count(seq)}`,
    by: (role: string) => `By ${role}.`,
    on: 'On',
    reason: 'Reason:',
    code: (code: string) => `code ${code}`,
    hash: 'Hash:',
    private: 'Private',
    sealed: 'A private line whose content is no longer kept',
    public: 'The record as readers see it',
    empty: 'Nothing is in the record yet.',
  },
};
