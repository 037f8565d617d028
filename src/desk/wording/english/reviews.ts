import { count } from './phrases.ts';

/** Reviews of decisions as the desk sees them. */
export const reviewsWords = {
  reviews: {
    nav: (open: number) => (open === 0 ? 'Reviews' : `Reviews ${count(open)}`),
    heading: 'Reviews',
    intro:
      'A writer, or a reader whose report was not followed, asks once that a decision is looked at again: by somebody else than the first time. The longest waiting stands first.',
    filtersLabel: 'Which',
    open: 'Waiting',
    closed: 'Decided',
    none: { open: 'No review waits.', closed: 'No review was decided yet.' },
    subjects: {
      decision: 'Review of a decision',
      suspension: 'Review of a suspension',
      report: 'Review of a report that was not followed',
    },
    response: (number: number | null, title: string) =>
      number === null ? `A response on “${title}”` : `Response ${count(number)} on “${title}”`,
    asked: 'Asked',
    decided: 'Decided',
    outcomes: {
      upheld: 'Upheld: the first decision stays.',
      reversed: 'Reversed.',
      'upheld-by-same': 'Upheld, by whoever decided first.',
      'reversed-by-same': 'Reversed, by whoever decided first.',
    },
    back: 'All reviews',
    first: 'The first decision',
    theWords: 'The response',
    wordsGone: 'Its words are no longer kept.',
    seeAll: 'All decisions on it',
    ofCase: 'It was decided in a case.',
    asker: 'What they say',
    askerSilent: 'They said nothing with it.',
    moot: 'There is nothing left to decide: the response or the decision has changed since. Whoever asked is told so on their page.',
    unfit: 'You decided this the first time: somebody else on the staff has to look at it again.',
    notYours: 'It was decided in a case: an owner or an editor has to look at it again.',
    notYoursLong:
      'This suspension lasts longer than a moderator may suspend for: an owner or an editor has to look at it again.',
    same: 'You decided this the first time, and nobody else on the staff may decide it. You may, and whoever asked is told that it was you. The record says so too.',
    decide: 'Decide',
    sentence: 'Why, to whoever asked',
    sentenceHint: 'They read it at their page, word for word, and your role; not your name.',
    reason: 'The reason, if it is removed',
    uphold: {
      decision: 'Uphold: it stays removed',
      suspension: 'Uphold: the suspension stays',
      report: 'Uphold: the response stays',
    },
    reverse: {
      decision: 'Reverse: show it again',
      suspension: 'Reverse: end the suspension',
      report: 'Reverse: remove the response',
    },
    refused: 'Nothing was decided',
    typed: 'You had typed:',
    done: 'Decided. Whoever asked is told.',
  },
};
