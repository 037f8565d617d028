import { some } from './phrases.ts';

/** Tags and what else articles are arranged by. */
export const tagsWords = {
  arranging: {
    label: 'What articles are arranged by',
    tags: 'Tags',
    series: 'Series',
    pages: 'Pages',
    menu: 'Menu',
  },
  tags: {
    heading: 'Tags',
    findLabel: 'Words of a tag’s name',
    find: 'Find',
    all: 'All tags',
    found: (tags: number, query: string) => `${some(tags, 'tag has', 'tags have')} “${query}” in its name.`,
    nothingFound: (query: string) => `No tag has “${query}” in its name.`,
    empty: 'No article has a tag yet: tags are given on an article’s own form.',
    list: 'Tags by name',
    used: (published: number, others: number) =>
      `${some(published, 'published article', 'published articles')}, ${some(others, 'other', 'others')}`,
    older: 'Further tags',
    newer: 'Tags before these',
    title: (name: string) => `Tag: ${name}`,
    see: 'See its page',
    unseen: 'Readers see a tag’s page as soon as a published article has it.',
    former: 'Addresses that lead here:',
    refused: 'Nothing was changed:',
    renaming: 'Rename it',
    renamingHint:
      'Its page moves to the new name’s address; the old address and its feeds lead there. Whoever types the old name on an article’s form gets this tag.',
    name: 'Name',
    rename: 'Rename',
    introducing: 'Introduction',
    introducingHint:
      'Markdown, as in an article. It stands above the articles on the tag’s page, and describes its feed. Empty: none.',
    introduction: 'Text',
    introduce: 'Save the introduction',
    merging: 'Merge it into another tag',
    mergingHint:
      'Every article that has this tag gets the other in its place. The addresses of this one lead there, and this one is gone: that cannot be undone.',
    into: 'Name of the tag that stays',
    merge: 'Merge',
    deleting: 'Delete it',
    deletingHint: 'No article has this tag. Its addresses will lead nowhere.',
    delete: 'Delete',
    done: {
      renamed: 'The tag was renamed.',
      merged: 'The tags were merged into this one.',
      introduced: 'The introduction was saved.',
      deleted: 'The tag was deleted.',
    },
  },
};
