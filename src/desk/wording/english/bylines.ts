/** The names over an article. */
export const bylinesWords = {
  bylines: {
    title: (title: string) => `Writers: ${title}`,
    hint: 'In the order of their numbers; a row whose name, note and page are empty goes. A guest is none of the staff: readers see the name with “Guest writer”, your note and the page. No guest bears a name of the staff.',
    newName: 'Another name',
    number: 'Number',
    name: 'Name',
    kind: 'Who this is',
    kinds: { plain: 'Staff, or a name alone', guest: 'Guest' },
    note: 'Note on the guest',
    noteHint: 'Such as: councillor for the east ward. Or nothing.',
    url: 'The guest’s page',
    save: 'Save the names',
    publish: 'Save the names: readers see them at once',
    saved: 'Saved.',
    refused: 'This was not saved. Everything you typed is kept.',
    notYours: 'You may read this, not change it: ask an editor.',
  },
};
