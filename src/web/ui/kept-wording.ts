/** What readers are told of links whose pages are gone or were changed, in English. */
export const keptWords = {
  label: (link: string) => `What was kept of link ${link}`,
  states: {
    gone: 'Gone from its address since',
    'words-gone': 'The quoted words are not there since',
    changed: 'Reads otherwise since',
  },
  kept: 'Kept as it stood on',
  inArchive: 'In an archive as of',
  nothing: 'It was gone when it was first looked at, so nothing was kept of it.',
};
