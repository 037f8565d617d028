const ended = (text: string) => (/[.!?…:]$/u.test(text) ? text : `${text}.`);

/** What articles said would happen, and what came of it. */
export const claimWords = {
  heading: 'What this article said would happen',
  closesHeading: 'What became of earlier claims',
  outcomes: {
    confirmed: 'Confirmed',
    partly: 'Partly',
    denied: 'Denied',
    unresolved: 'Unresolved',
  },
  comesDue: 'Comes due',
  cameDue: 'Came due',
  dueToday: 'Comes due today,',
  nothingYet: 'Nothing is said of it yet.',
  moved: 'The words were changed since.',
  ended,
  in: 'In',
  from: 'From',
  earlier: (outcome: string) => `Before: ${outcome}`,
  takenBack: 'Withdrawn with the article that said so:',
  followUp: (title: string) => `Follow-up: “${title}”:`,
  earlierArticle: (title: string) => `Follow-up to: “${title}”:`,
};

/** How an article's author knows. */
export const attributionWords = {
  heading: 'How we know',
  classes: {
    'document-full': 'Documents read in full',
    'document-part': 'Documents read in part',
    'public-record': 'Public records',
    'on-record': 'People on the record',
    official: 'Officials',
    'in-room': 'People in the room',
    attended: 'Meetings and hearings attended',
    affected: 'People affected',
    'close-to': 'People close to somebody named',
    own: 'Seen by this publication itself',
  },
  replies: {
    answered: 'answered',
    declined: 'declined to answer',
    none: 'had not answered by publication',
    later: 'answered later',
    'not-asked': 'was not asked',
  },
  asked: (when: string) => `Asked for a reply ${when}:`,
  askedAny: 'Asked for a reply:',
  notAsked: 'No reply was sought:',
  classesOnly: 'Classes only: nothing here, or behind it, holds a source’s name.',
};
