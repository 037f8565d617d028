const figures = new Intl.NumberFormat('en-GB');

/** The fields that narrow the record. */
export const recordNarrowingWords = {
  heading: 'Narrow the record',
  article: 'Article: words of its title, or its address',
  reason: 'Reason',
  role: 'By whom',
  regime: 'Complaints under',
  from: 'From this day',
  to: 'To this day',
  any: 'Any',
  show: 'Show',
  all: 'Show all',
  found: (count: number) =>
    count === 0
      ? 'No line of the public record is like that. Take a word or a choice away.'
      : count === 1
        ? 'One line.'
        : `${figures.format(count)} lines.`,
};
