/** A text as a sentence of its own. */
const ended = (text: string) => (/[.!?…:]$/u.test(text) ? text : `${text}.`);
const quoted = (text: string) => `“${text}”${/[.!?…]$/u.test(text) ? '' : '.'}`;

/** What is said of articles after they were published. */
export const correctionWords = {
  heading: 'Corrections',
  intro:
    'What was wrong here and is mended, newest first: what it said, what it says now, and why. A correction is never changed silently, and one that is withdrawn leaves a line.',
  count: (number: number) =>
    number === 1 ? 'One so far.' : `${new Intl.NumberFormat('en-GB').format(number)} so far.`,
  none: 'Nothing has been corrected yet.',
  feed: 'Feed of corrections',
  kinds: {
    correction: 'Correction',
    clarification: 'Clarification',
    apology: 'Apology',
    update: 'Update',
  },
  /** In the colophon: that there was one, and when the last. */
  done: {
    correction: 'Corrected',
    clarification: 'Clarified',
    apology: 'Apology given',
    update: 'Updated',
  },
  of: (kind: string, title: string) => `${kind}: ${title}`,
  said: 'It said:',
  nowSays: 'It now says:',
  quoted,
  ended,
  changed: 'This note was changed',
  withdrawn: 'This note was withdrawn',
  bothVersions: 'Both versions',
  allCorrections: 'All corrections',
  earlier: 'How the note read before',
  until: 'Until',
  pageTitle: (page: number) => `Corrections, page ${page}`,
  older: 'Older corrections',
  newer: 'Newer corrections',
  belongs: 'It belongs to:',
  withheld: 'withheld',
};
