const figures = new Intl.NumberFormat('en-GB');
const count = (number: number) => figures.format(number);

/** The chart on the page of the record. */
export const chartWords = {
  heading: 'Decisions on responses, by month',
  summary: (removed: number, restored: number, months: number) =>
    `In ${months} months ${count(removed)} removed, ${count(restored)} restored after a second look.`,
  removed: 'Removed',
  restored: 'Restored',
  words: { day: 'Month', table: 'As a table', none: 'There is nothing in it.' },
};
