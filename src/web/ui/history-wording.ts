const figures = new Intl.NumberFormat('en-GB');
const count = (number: number) => figures.format(number);

/** What an article's history says. */
export const historyWords = {
  heading: 'History',
  title: (title: string) => `History of “${title}”`,
  intro:
    'Every version that was published here is kept. Words taken out are struck; words put in are underlined.',
  toArticle: 'The article as it now reads',
  one: 'There is one version: nothing was changed since it was published.',
  many: (number: number) => `${count(number)} versions, the newest first.`,
  version: (number: number) => `Version ${count(number)}`,
  kinds: { change: '', minor: 'Minor: a typing error mended.' },
  first: 'As it was first published here.',
  changed: 'What changed:',
  compared: (from: number, to: number) => `Version ${count(from)} and version ${count(to)} compared`,
  nothing: 'No word was changed, only how the words are set.',
  unchanged: (number: number) =>
    number === 1 ? '[one paragraph unchanged]' : `[${count(number)} paragraphs unchanged]`,
  cut: 'There is more:',
  whole: 'the whole comparison',
  allVersions: 'All versions',
  compareWithNow: (from: number) => `Version ${count(from)} against the newest`,
  withheld: (number: number) => `The words of version ${count(number)} are legally withheld since`,
  besideWithheld: 'What changed is not shown: the version before it is withheld.',
  notCompared: (number: number) => `Version ${count(number)} is legally withheld: it is not compared.`,
  compareFirst: (from: number, to: number) => `Version ${count(from)} against version ${count(to)}`,
  takenOut: '[taken out: ',
  putIn: '[put in: ',
  end: ']',
  kindsOfBlock: {
    title: 'Title:',
    standfirst: 'Standfirst:',
    heading: 'Heading:',
    paragraph: '',
    item: '•',
    quote: 'Quoted:',
    code: 'Code:',
    caption: 'Caption:',
    row: 'Row:',
    picture: 'Picture:',
    rule: 'Rule:',
  },
  older: 'Older versions',
  newer: 'Newer versions',
};
