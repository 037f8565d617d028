/** Having one's own data by a link from a letter, in English. */
export const ownLinkWords = {
  heading: 'Without that browser',
  hint: 'Did you give an e-mail address with your responses, or keep your names by one? A link to it gives you what is kept of you, or erases it. Whether the address is known is told to nobody but its reader.',
  email: 'The address that you gave',
  ask: 'Send me a link',
  asked:
    'If there is something to tell about this address, a letter with a link is on its way. It works once, within an hour.',
  notAsked: 'No letter was asked for',
  title: 'What is kept of you',
  found: (count: number, reports: number) => {
    const responses = count === 1 ? 'One response' : `${count} responses`;
    const both = reports === 0 ? '' : reports === 1 ? ' and one report' : ` and ${reports} reports`;
    return `${responses}${both} ${count === 1 && reports === 0 ? 'was' : 'were'} found by this address:`;
  },
  once: 'The link does one of the two, once. For the other, ask for another letter.',
  over: 'This link was used before, or its hour is over. Ask for another one.',
  again: 'Ask for another letter',
};
