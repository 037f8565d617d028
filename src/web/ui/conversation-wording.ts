const figures = new Intl.NumberFormat('en-GB');
const count = (number: number) => figures.format(number);

/** What the page of one conversation says, in English. */
const conversation = {
  link: (number: number) => `Conversation of ${count(number)}`,
  title: (number: number, title: string) => `${title}, conversation of response ${count(number)}`,
  heading: (number: number) => `The conversation of response ${count(number)}`,
  note: 'What it answers, up to the first, and everything that answers it, by number.',
  back: (number: number) => `Response ${count(number)} in its place`,
  label: 'More of the conversation',
  more: 'Later responses',
};

/** What the script of a thread says, in English; what stands in braces is filled in by it. */
const live = {
  one: 'Show 1 new response',
  many: 'Show {n} new responses',
  added: 'Added below, from number {n}',
  changed: 'Response {n} has changed.',
  again: 'Load it anew',
  noSuch: 'There is no response {n} here.',
  isNew: 'New',
  newOne: '1 response is new since your last visit: number {n}',
  newMany: '{count} responses are new since your last visit, from number {n}',
  collapse: 'Collapse {name}',
  openAll: 'Open all of {name}',
  openOne: 'Open response {n}',
  closeOne: 'Close response {n}',
  collapsed: 'Collapsed in this browser:',
  openEvery: 'Open all of them',
  wholePage: 'On a page of its own',
  close: 'Close',
};

/** Both, for the catalogue. */
export const conversationWording = { conversation, live };

/** Sentences of the colophon under an article. */
export const colophonWording = {
  undated: ' Original date unknown.',
  language: (tag: string) => ` Language: ${tag}.`,
  headings: (names: string) => ` Sections: ${names}.`,
  tags: (names: string) => ` Tags: ${names}.`,
};

/** Of the colophon under a response. */
export const responseColophonWording = {
  response: (number: number) => `Response ${count(number)}`,
  sameWriter: (numbers: string) => ` (same writer as ${numbers})`,
  inReplyTo: (number: number) => `, in reply to ${count(number)}`,
  archived: ', name as in the archive',
  words: (number: number) => (number === 1 ? ', 1 word' : `, ${count(number)} words`),
  page: (url: string) => ` Writer’s page: ${url}`,
  erasedBy: (who: string) => `, erased by ${who}`,
};
