import { count, some } from './phrases.ts';

/** One response by itself: on its page at the desk, and under the article for whoever is signed in. */
export const aloneWords = {
  alone: {
    heading: (number: number | null) => (number === null ? 'One response' : `Response ${count(number)}`),
    back: (number: number | null) =>
      number === null ? 'To its article' : `Back to response ${count(number)} under its article`,
    // Under the article
    decide: 'Decide',
    on: (number: number) => ` on response ${count(number)}`,
    reported: (times: number) => `reported ${some(times, 'time', 'times')}`,
    inComplaint: 'in a complaint',
    atDesk: 'Its page at the desk: notes, what was sent before, suspending',
    waiting: (waits: number) => `${some(waits, 'response waits', 'responses wait')} under this article`,
  },
};
