import { some } from './phrases.ts';

/** The charts on the first page of the desk. */
export const homeChartsWords = {
  homeCharts: {
    heading: (days: number) => `The last ${days} days`,
    days: (days: number) => `${days} days`,
    counts: 'Responses and decisions',
    countsSummary: (responses: number, decisions: number, days: number) =>
      `${some(responses, 'response came', 'responses came')} in ${days} days, and ${some(decisions, 'decision was', 'decisions were')} taken.`,
    responses: 'Responses',
    decisions: 'Decisions',
    times: 'Time to decision',
    timesSummary: (days: number) =>
      days === 0
        ? 'Nothing that was held was decided.'
        : `How long held responses had waited, on ${some(days, 'day', 'days')} with a decision.`,
    median: 'Half within',
    tail: 'Nine of ten within',
    day: 'Day',
    table: 'As a table',
    none: 'There is nothing in it.',
  },
};
