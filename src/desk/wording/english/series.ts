import { some } from './phrases.ts';

/** Series: what they are called, and their parts. */
export const seriesWords = {
  series: {
    heading: 'Series',
    begin: 'Make a series',
    empty: 'There is no series yet.',
    list: 'Series by title',
    counted: (published: number, others: number) =>
      `${some(published, 'published part', 'published parts')}, ${some(others, 'other', 'others')}`,
    older: 'Further series',
    newer: 'Series before these',
    newTitle: 'A new series',
    title: (title: string) => `Series: ${title}`,
    name: 'Title',
    slug: 'Last part of the address',
    slugHint: 'Empty: made of the title. When it changes, the old address leads to the new one.',
    introduction: 'Introduction',
    introductionHint: 'Markdown, as in an article. It stands above the parts. Empty: none.',
    make: 'Make the series',
    save: 'Save for readers',
    saved: 'The series was saved.',
    refused: 'This was not saved. Everything you typed is kept.',
    unseen: 'Readers see its page as soon as one of its parts is published.',
    former: 'Addresses that lead here:',
    parts: 'Parts',
    noParts: 'It has no part yet: add an article below.',
    partsHint:
      'In the order of their numbers (2.5 stands between 2 and 3). Empty a number to take the part out. Readers count only the parts that are published.',
    number: 'Number',
    open: 'Open the article',
    notSeen: 'Not published.',
    add: 'Add an article',
    addHint: 'Its address: of its page for readers, or of its page at the desk. It becomes the last part.',
    noArticle: 'There is no article at this address: copy it from the article’s page.',
  },
};
