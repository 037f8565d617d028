/** What readers are told of how articles are published, in English. */
export const publishingWording = {
  pinned: 'Pinned.',
  preview: {
    title: (title: string) => `Preview: ${title}`,
    banner: 'A preview: this is not published, or not published like this.',
    until: 'The link is good until',
  },

  withdrawn: {
    heading: 'This article was withdrawn',
    since: (day: string) => `The publication withdrew the article that stood here on ${day}.`,
    kept: 'What was done to it stays in the record.',
  },
};
