/** What readers are told of how articles are published, in English. */
export const publishingWording = {
  withdrawn: {
    heading: 'This article was withdrawn',
    since: (day: string) => `The publication withdrew the article that stood here on ${day}.`,
    kept: 'What was done to it stays in the record.',
  },
};
