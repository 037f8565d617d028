const figures = new Intl.NumberFormat('en-GB');
const count = (number: number) => figures.format(number);

/** What the pages for reports say, in English. */
export const reportWords = {
  linkTo: (number: number) => `Report ${count(number)}`,
  heading: (number: number) => `Report response ${count(number)}`,
  on: (title: string) => `On “${title}”`,
  intro:
    'Somebody of the staff looks at it and decides. You need no account; no one is told who reported, and several reports from one network address count once.',
  more: 'Add words, or an address to hear what becomes of it',
  text: 'What is wrong with it? You may leave this empty',
  textHint: 'For the staff alone.',
  email: 'E-mail address. You may leave this empty',
  emailHint: 'One letter says what was decided; then the address is deleted.',
  choose: 'Which rule does it break?',
  press: 'One press sends the report.',
  reasons: { legal: 'It may be against the law', other: 'Something else' } as Record<string, string>,
  complain: 'Is it about you, your work or your data?',
  complainLink: 'Make a complaint with a date by which it is answered',
  back: (number: number) => `Back to response ${count(number)}`,
  staff: 'Staff: decide on it at the desk',
  refused: 'Your report was not sent',
  faults: {
    reason: 'Choose which rule the response breaks: press one of the buttons.',
    text: 'What you wrote is longer than 1,000 characters: shorten it.',
    email: 'This is not a whole e-mail address, such as name@post.example: mend it, or leave it out.',
  },
  sent: 'Thank you. Your report is with the staff.',
  again: 'This response was reported from your network address before, which counts once.',
  kept: 'What you added is kept with it while it waits.',
  notKept:
    'Not all that you added now is kept: words or an address stand with it already, or it has been decided.',
  own: 'What is decided stands at an address of your own, where you may then ask once for another look. Keep it:',
  ownLink: 'Your report',
  told: 'One letter tells you, at the address that you left, what was decided.',
  notTold: 'No letter comes to the address that you typed now.',
};
