/** What readers are told of the publication's pages, in English. */
export const arrangingWording = {
  staticPage: {
    withdrawn: 'This page was withdrawn',
    withdrawnOn: (day: string) => `The publication withdrew the page that stood here on ${day}.`,
    kept: 'That it was withdrawn stays in the record.',
    earlierNote: 'Each stays as it was.',
  },
};
