const figures = new Intl.NumberFormat('en-GB');

/** What a writer’s own page of a response says, in English. */
export const receiptWords = {
  title: 'Your response',
  heading: (title: string) => `Your response to “${title}”`,
  secret: 'Keep this address: whoever has it can see this page, and change or withdraw the response.',
  sent: 'Sent',
  by: 'Name:',
  decided: 'Decided',
  because: 'Reason:',
  withdraw: 'Withdraw it',
  withdrawHint: 'Its words go for good. A number that it has been given stays.',
  words: 'Your words',
  see: (number: number) => `Response ${figures.format(number)}, in its place`,
  states: {
    held: 'Waiting for a moderator.',
    published: 'Published.',
    removed: 'Removed.',
    withdrawn: 'Withdrawn.',
    withheld: 'Withheld.',
    refused: 'Not published.',
    erased: 'Erased.',
  },
  explained: {
    held: 'Only this page shows it. It gets its number when it is published.',
    published: 'Everybody can read it.',
    removed: 'Its number stays; its words are no longer shown to others.',
    withdrawn: 'You took it back. Its words are no longer shown.',
    withheld: 'While a complaint is considered its words are not shown to others. Nothing is decided yet.',
    refused: 'It got no number, and nobody else can see it.',
    erased: 'Its words and its name are no longer kept.',
  },
};
