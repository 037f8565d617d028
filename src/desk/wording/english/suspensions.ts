import { count } from './phrases.ts';

/** Suspensions of writers as the desk sees them. */
export const suspensionsWords = {
  suspensions: {
    heading: 'Suspensions',
    nav: 'Suspensions',
    intro:
      'Writers who may not write for a time. They are told why at the page of the response that it came from, and may ask for a review. Of a network address only a keyed hash is kept, and forgotten when this ends.',
    filtersLabel: 'Which',
    running: 'Running',
    over: 'Ended',
    none: { running: 'Nobody is suspended.', over: 'No suspension has ended yet.' },
    kinds: { pseudonym: 'A name', address: 'A network address' },
    response: (number: number | null, title: string) =>
      number === null ? `A response on “${title}”` : `Response ${count(number)} on “${title}”`,
    since: 'Since',
    until: 'until',
    untilEnded: 'until the staff end it',
    endedAt: 'Ended early',
    end: 'End it now',
    endOf: (name: string) => ` the suspension of ${name}`,
    done: {
      suspended: 'Suspended. They are told at the page of the response.',
      ended: 'Ended. They may write again.',
    },
    refused: 'Nobody was suspended',
    notEnded: 'Nothing was ended',

    link: 'Suspend this writer…',
    title: 'Suspend a writer',
    of: 'For the response of',
    whom: 'Who',
    whomHint:
      'A name: its holder, under every name of theirs. An address: whoever writes from it, which may be a household or an office.',
    choices: { pseudonym: 'The holder of this name', address: 'The network address' },
    reason: 'The reason',
    sentence: 'A sentence to the writer',
    sentenceHint: 'They read it at the page of their response, word for word. The last two reasons need one.',
    period: 'For how long',
    periods: {
      '1': 'One day',
      '7': 'Seven days',
      '30': 'Thirty days',
      date: 'Until the day below',
      'until-ended': 'Until the staff end it',
    },
    date: 'The last day',
    dateHint: 'Only where you chose it above. It ends with that day, UTC.',
    says: 'They are told that they are suspended, until when, the reason and your sentence, at the page of this response; by mail too where their address is confirmed.',
    button: 'Suspend',
    needsReason: 'Choose the reason.',
    needsPeriod: 'Choose for how long.',
    needsWhom: 'Choose who.',
    wrongDate: 'Give the last day as a date that is still to come and within ten years, such as 2027-05-03.',
    tooLong: (most: number) => `The sentence is longer than ${count(most)} characters: shorten it.`,
    back: 'All responses',
  },
};
