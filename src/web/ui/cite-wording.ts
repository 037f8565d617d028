const figures = new Intl.NumberFormat('en-GB');

/** What the pages for citing say, in English. */
export const citeWords = {
  link: 'Cite',
  linkTo: (number: number) => `Cite ${figures.format(number)}`,
  linkVersion: (number: number) => `Cite version ${figures.format(number)}`,
  heading: (title: string) => `Cite “${title}”`,
  headingResponse: (number: number, title: string) => `Cite response ${figures.format(number)} to “${title}”`,
  response: (number: number, title: string) => `Response ${figures.format(number)} to ‘${title}’`,
  back: 'Back to it',
  asText: 'As text',
  files: 'For citation programs',
  file: { 'reference.txt': 'Plain text', 'reference.bib': 'BibTeX', 'reference.json': 'CSL-JSON' } as Record<
    string,
    string
  >,
  address: 'The address of these very words',
  addressHint:
    'Its last part is the SHA-256 of the words. Whatever is changed later, it leads to these, or says that they are gone.',
  words: 'The words that it is the hash of',
  undated: 'date unknown',
  version: (number: number, day: string) => `version ${figures.format(number)} of ${day}`,
  read: (day: string) => `read ${day}`,
  old: (number: number, of: number) => `Version ${figures.format(number)} of ${figures.format(of)}`,
  oldHint: 'It no longer reads so.',
  now: 'How it now reads',
  from: 'So it read from',
  until: 'until',
  withheld:
    'No version of this article that can be read has the words of this address. Some are withheld: its history says since when.',
  gone: 'This response is gone: its number stays, its words do not.',
  changed:
    'This response has other words than those that the address names. See how it now reads, at its number.',
};
