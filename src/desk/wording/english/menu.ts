/** The menu on readers' pages. */
export const menuWords = {
  menu: {
    heading: 'Menu',
    hint: 'These links stand on every page for readers. Order them by their numbers (2.5 stands between 2 and 3). Empty a row’s label and address to take it away. Where a place has no entry, the links that come with the program stand there; the rules and the privacy page stay at the foot either way.',
    targets:
      'An entry leads to an https address, to a tag’s page, such as /tag/harbour/, to a series, such as /series/the-weir/, or to one of these:',
    newEntry: 'New entry',
    number: 'Number',
    label: 'Label',
    target: 'Address',
    place: 'Where it stands',
    places: { masthead: 'Masthead', foot: 'Foot' },
    save: 'Save for readers',
    saved: 'The menu was saved.',
    refused: 'Nothing was changed:',
  },
};
